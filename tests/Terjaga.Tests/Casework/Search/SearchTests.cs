using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Search;

namespace Terjaga.Tests.Casework.Search;

public sealed class SearchTests(ScratchPostgres postgres)
{
    private const string WithNumber = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung. Hubungi WA 0812-3456-7890 atau telegram @kerja_mudah88, transfer ke BCA 1234567890.";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_case_is_found_by_a_contact_in_any_spelling_by_words_and_by_its_id(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.ReportAsync(Reported.Offer(1), WithNumber);
        var expected = Assert.Single((await FindAsync(desk, "Kamboja")).Rows).Id;

        foreach (var text in new[] { "0812-3456-7890", "+62 812 3456 7890", "phone:+6281234567890", "telegram @kerja_mudah88", "BCA 1234567890", "gaji TURIS kamboja", "1234567890", $"{expected}", $"  {expected}  " })
            Assert.True((await FindAsync(desk, text)).Rows is [{ } only] && only.Id == expected, text);

        foreach (var text in new[] { "0812-0000-0000", "kamboja mars", $"{Guid.CreateVersion7()}", "turi", "" })
            Assert.True((await FindAsync(desk, text)).Rows is [], text);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Whatever_is_typed_is_only_words(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.ReportAsync(WithNumber);

        string[] hostile =
        [
            "\"", "'", "*", "kamboja*", "NEAR(kamboja gaji)", "words:kamboja", "-kamboja", "kamboja AND", "OR", "NOT kamboja", "{kamboja}", "(", ")", "^kamboja",
            "kamboja & !gaji", "kamboja <-> gaji", "a:*", "kamboja\0gaji", "\0", "\uD800", "😀", "%", "_", "'; DROP TABLE case_files; --", "http://[", "https://\0/", "phone:", "phone:\0",
            new string('a', 10_000_000), string.Join(' ', Enumerable.Repeat("kamboja", 100_000)), "é ß İ ﬀ ١٢٣ ㊙",
        ];
        foreach (var text in hostile)
            Assert.NotNull((await FindAsync(desk, text)).Rows);
        Assert.Single((await FindAsync(desk, "kamboja & gaji | \"")).Rows);
        Assert.Single((await FindAsync(desk, "kamboja\0gaji")).Rows);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Pages_of_a_search_follow_each_other_from_the_newest_on(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var all = await desk.OpenManyAsync(SearchCases.PageSize + 7);

        var first = await FindAsync(desk, "dicari");
        var second = await FindAsync(desk, "dicari", first.Next);
        var third = second.Next is { } more ? await FindAsync(desk, "dicari", more) : null;

        var found = first.Rows.Concat(second.Rows).Select(row => row.Id).ToList();
        Assert.Equal(all.Order(), found.Order());
        Assert.Equal(await desk.ReadAsync(db => db.CaseReports.OrderByDescending(r => r.ReportId).Select(r => r.CaseFileId).ToListAsync(TestContext.Current.CancellationToken)), found);
        Assert.True(third is null || third.Rows.Count == 0);
    }

    [Fact]
    public async Task A_search_is_refused_to_whoever_may_not_read_cases()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Problem("access.denied", await RunAsync(desk, Role.Administrator, "kamboja", null));
    }

    private static async Task<SearchCases.Page> FindAsync(TestDesk desk, string text, Guid? after = null) =>
        Expect.Value(await RunAsync(desk, Role.Kp2miAnalyst, text, after));

    private static Task<Result<SearchCases.Page>> RunAsync(TestDesk desk, Role role, string text, Guid? after) =>
        desk.RunAsync<SearchCases, Result<SearchCases.Page>>(search => search.RunAsync(new(TestDesk.As(role), text, after), TestContext.Current.CancellationToken));
}
