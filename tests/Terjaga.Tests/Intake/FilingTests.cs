using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Queues;
using Terjaga.Evidence;
using Terjaga.Intake;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Intake;

public sealed class FilingTests(ScratchPostgres postgres)
{
    private const string Offer = "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Second_report_of_the_same_page_joins_its_case_file(string database)
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = $"<p>{Offer}</p>";
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);

        await ReportAsync(desk, $"http://{TestSite.Host}/a?utm_source=wa", null);
        await ReportAsync(desk, $"http://{TestSite.Host.ToUpperInvariant()}/a#top", "cerita saya yang lain sama sekali");
        await desk.WorkAsync();

        Assert.Equal(1, await desk.ReadAsync(db => db.CaseFiles.CountAsync()));
        Assert.Equal(2, await desk.ReadAsync(db => db.CaseReports.CountAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.Items.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_words_at_another_address_join_the_case_as_another_place(string database)
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = $"<p>{Offer}</p>";
        site.Pages["/b"] = $"<div>{Offer.ToUpperInvariant()}!!!</div>";
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);

        await ReportAsync(desk, $"http://{TestSite.Host}/a", null);
        await ReportAsync(desk, $"http://{TestSite.Host}/b", null);
        await desk.WorkAsync();

        Assert.Equal(1, await desk.ReadAsync(db => db.CaseFiles.CountAsync()));
        Assert.Equal(2, await desk.ReadAsync(db => db.Items.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Other_words_at_another_address_are_another_case(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        await ReportAsync(desk, null, Offer);
        await ReportAsync(desk, null, "Dibutuhkan perawat lansia di Jepang melalui program pemerintah, pendaftaran gratis");
        await ReportAsync(desk, null, "tolong saya");
        await ReportAsync(desk, null, "tolong saya");
        await desk.WorkAsync();

        Assert.Equal(4, await desk.ReadAsync(db => db.CaseFiles.CountAsync()));
    }

    [Fact]
    public async Task The_front_page_of_a_platform_gathers_no_strangers_into_one_case()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        await ReportAsync(desk, "https://www.facebook.com/", Offer);
        await ReportAsync(desk, "https://www.facebook.com/", "Dibutuhkan perawat lansia di Jepang melalui program pemerintah, pendaftaran gratis");
        await desk.WorkAsync();

        Assert.Equal(2, await desk.ReadAsync(db => db.CaseFiles.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_copies_in_one_moment_open_one_case(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        for (var i = 0; i < 12; i++)
            await ReportAsync(desk, null, Offer);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => desk.WorkAsync()));
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.WorkAsync();

        Assert.Equal(1, await desk.ReadAsync(db => db.CaseFiles.CountAsync()));
        Assert.Equal(12, await desk.ReadAsync(db => db.CaseReports.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_title_is_never_cut_through_a_character(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);

        await ReportAsync(desk, null, "a" + string.Concat(Enumerable.Repeat("\U0001F1F0\U0001F1ED", 100)));
        await desk.WorkAsync();

        var title = await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Title).SingleAsync());
        Assert.True(Terjaga.Common.PlainText.IsReadable(title));
        Assert.Equal(CaseFile.MaxTitleLength - 1, title.Length);
    }

    [Fact]
    public async Task A_page_that_cannot_be_visited_leaves_a_case_that_says_so()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        await ReportAsync(desk, "http://tidak-ada.invalid-name.example/x", null);
        await desk.WorkAsync();

        var capture = await desk.ReadAsync(db => db.Captures.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(ItemState.Unknown, capture.State);
        Assert.StartsWith("fetch.", capture.Code, StringComparison.Ordinal);
        Assert.Equal(CaseState.New, (await desk.ReadAsync(db => db.CaseFiles.SingleAsync(TestContext.Current.CancellationToken))).State);
    }

    [Fact]
    public async Task A_receipt_tells_what_has_come_of_the_report_and_nothing_to_a_guesser()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var receipt = await ReportAsync(desk, null, Offer);

        Assert.Equal(ReporterState.Received, Expect.Value(await LookUpAsync(desk, receipt.Text)).State);
        await desk.WorkAsync();
        Assert.Equal(ReporterState.Checked, Expect.Value(await LookUpAsync(desk, receipt.Text)).State);
        Expect.Problem("receipt.unknown", await LookUpAsync(desk, Receipt.Draw().Text));
        Expect.Problem("receipt.unknown", await LookUpAsync(desk, "not a receipt"));
    }

    [Fact]
    public async Task Somebody_who_says_that_they_are_held_is_first_in_the_queue_and_is_told_whom_to_call()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, null, Offer);
        var receipt = await ReportAsync(desk, null, "Tolong, saya disekap di Myawaddy dan paspor saya ditahan. Saya mau pulang.");
        await desk.WorkAsync();

        var queue = Expect.Value(await desk.RunAsync<ListCases, Result<ListCases.Page>>(list =>
            list.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), new QueueFilter(CaseState.New), null), TestContext.Current.CancellationToken)));
        Assert.True(queue.Rows[0].IsDanger);
        Assert.Equal(ReporterState.DangerHelp, Expect.Value(await LookUpAsync(desk, receipt.Text)).State);
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Somebody_in_danger_who_reports_what_was_dismissed_is_told_whom_to_call_and_people_look_again(string database)
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = "<p>Lowongan kerja di Jepang</p>";
        await using var desk = await TestDesk.OpenAsync(database, postgres, site.Settings);
        var first = await ReportAsync(desk, $"http://{TestSite.Host}/a", null);
        await desk.WorkAsync();
        var id = await desk.ReadAsync(db => db.CaseFiles.Select(c => c.Id).SingleAsync());
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Dismiss));

        var cry = await ReportAsync(desk, $"http://{TestSite.Host}/a", "Tolong, saya disekap dan paspor saya ditahan. Saya mau pulang.");
        await desk.WorkAsync();

        var file = await desk.ReadAsync(db => db.CaseFiles.SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal(CaseState.New, file.State);
        Assert.True(file.Rank >= QueueRank.Danger);
        Assert.Equal(ReporterState.DangerHelp, Expect.Value(await LookUpAsync(desk, cry.Text)).State);
        Assert.Equal(ReporterState.Checked, Expect.Value(await LookUpAsync(desk, first.Text)).State);
    }

    [Theory]
    [InlineData(CaseState.Gone, true, false, ReporterState.DangerHelp)]
    [InlineData(CaseState.Dismissed, true, false, ReporterState.DangerHelp)]
    [InlineData(CaseState.Gone, true, true, ReporterState.Gone)]
    [InlineData(CaseState.Ordered, true, true, ReporterState.DangerHelp)]
    [InlineData(CaseState.Dismissed, false, false, ReporterState.Closed)]
    public void Nobody_in_danger_is_told_of_an_end_that_came_before_anyone_knew_of_them(
        CaseState state, bool isDanger, bool hasMoved, ReporterState told) =>
        Assert.Equal(told, ReporterStates.Of(state, null, isReversed: false, isDanger, hasMoved));

    private static async Task<Receipt> ReportAsync(TestDesk desk, string? link, string? text) =>
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit =>
            submit.RunAsync(new(link, text, null, null, [], null), TestContext.Current.CancellationToken)));

    private static Task<Result<LookUpReceipt.Outcome>> LookUpAsync(TestDesk desk, string typed) =>
        desk.RunAsync<LookUpReceipt, Result<LookUpReceipt.Outcome>>(look => look.RunAsync(typed, TestContext.Current.CancellationToken));
}
