using System.Text;
using Microsoft.EntityFrameworkCore;
using Terjaga.Registry;
using Terjaga.Registry.Asking;
using Terjaga.Registry.Lists;

namespace Terjaga.Tests.Registry;

public sealed class ListsTests(ScratchPostgres postgres)
{
    private const string Real = """
        # owner: KP2MI
        # asOf: 2026-11-20
        No. SIP3MI,Nama P3MI,Telepon,Status,Berlaku sampai
        55/2024,PT Lintang Karunia Sembada,021-5550100,active,2028-01-31
        56/2024,PT Arunika Bahtera Jaya,021-5550200,active,2026-01-31
        ,PT Tanpa Nomor,,active,
        57/2024,PT Salah Hari,,active,kapan-kapan
        """;

    private static readonly Actor _officer = Actor.Officer(Guid.CreateVersion7());

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_list_is_read_row_by_row_and_answers_after_a_person_took_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var read = Expect.Value(await ImportAsync(desk, Real));

        Assert.Equal((2, 2), (read.Rows, read.FaultCount));
        Assert.Equal([(6, "list.field-missing", "licence"), (7, "list.field-invalid", "valid_to")], read.Faults.Select(f => (f.Row, f.Code, f.Field ?? "")));
        Assert.Equal(RegistryState.NotChecked, (await AskAsync(desk, "PT Lintang Karunia Sembada")).State);

        Expect.Problem("reason.missing", await DecideAsync(desk, read.Id, null));
        Expect.Value(await DecideAsync(desk, read.Id, "Dua baris salah, sudah ditanyakan."));

        var match = await AskAsync(desk, "PT Lintang Karunia Sembada");
        Assert.Equal((RegistryState.Match, new DateOnly(2026, 11, 20)), (match.State, match.AsOf));
        Assert.Equal(RegistryState.Expired, (await AskAsync(desk, "PT Arunika Bahtera Jaya")).State);
        Assert.Equal(RegistryState.NotInList, (await AskAsync(desk, "PT Angkasa Wiraguna Sejati")).State);
        Expect.Problem("list.known", await ImportAsync(desk, Real));
        Expect.Problem("list.decided", await DecideAsync(desk, read.Id, "Sekali lagi."));
    }

    [Fact]
    public async Task A_list_that_shrinks_says_so_and_needs_a_reason()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));
        var next = Expect.Value(await ImportAsync(desk, "No. SIP3MI,Nama P3MI,Status\n55/2024,PT Lintang Karunia Sembada Baru,active\n"));

        Assert.Equal(new SnapshotDiff(0, 1, 1, 2), next.Diff);
        Assert.True(next.Diff.IsShrinking);
        Expect.Problem("reason.missing", await DecideAsync(desk, next.Id, " "));
    }

    [Theory]
    [InlineData("# fictional: true\nsip3mi,nama,status\nCONTOH-1,PT Contoh Satu,active\n", "list.mixed")]
    [InlineData("sip3mi,nama,status\nCONTOH-1,PT Contoh Satu,active\n", "list.no-rows")]
    [InlineData("a,b\n1,2\n", "list.columns-unknown")]
    [InlineData("# asOf: 2030-01-01\nsip3mi,nama,status\n1/2024,PT Satu,active\n", "list.as-of-invalid")]
    [InlineData("", "table.empty")]
    public async Task A_list_that_cannot_be_taken_leaves_nothing_behind(string file, string code)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));

        Expect.Problem(code, await ImportAsync(desk, file));
        Assert.Equal([SnapshotState.Live], (await desk.RunAsync<ReadLists, IReadOnlyList<ReadLists.OneList>>(read => read.AllAsync(TestContext.Current.CancellationToken)))
            .Single(list => list.List == RegistryList.Agencies).Snapshots.Select(s => s.State));
    }

    [Fact]
    public async Task A_listed_name_beside_a_strangers_number_is_told_and_its_own_number_is_known()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));

        Assert.Equal(ContactState.NotOnFile, (await AskAsync(desk, "PT Lintang Karunia Sembada", "+6286155551234")).Contacts);
        Assert.Equal(ContactState.OnFile, (await AskAsync(desk, "PT Lintang Karunia Sembada", "+62215550100")).Contacts);
    }

    [Theory]
    [InlineData("+6286155551234", true, ContactState.NotOnFile)]
    [InlineData("+6286155551234", false, ContactState.Unknown)]
    [InlineData("https://kp2mi.go.id", true, ContactState.Unknown)]
    [InlineData("instagram:siapa.saja", true, ContactState.Unknown)]
    public async Task Only_a_kind_of_contact_that_the_list_has_is_strange_and_only_in_an_offer(string contact, bool isOffer, ContactState state)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));
        var answer = await desk.RunAsync<AskRegistry, RegistryAnswer>(ask => ask.RunAsync(
            new Question(
                "", ["PT Lintang Karunia Sembada"], contact[0] == '+' ? [contact] : [], contact[0] == 'h' ? ["kp2mi.go.id"] : [],
                contact[0] == 'i' ? [contact] : [], [], [], [], isOffer), TestContext.Current.CancellationToken));

        Assert.Equal(state, answer.Agencies[0].Contacts);
    }

    [Fact]
    public async Task A_number_that_no_list_of_ours_could_have_is_not_said_to_be_missing()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));
        var answer = await desk.RunAsync<AskRegistry, RegistryAnswer>(ask => ask.RunAsync(
            new Question("", [], [], [], [], [], [new("NIB", "1234567890123"), new("SIP3MI", "99/2024"), new("SIPPTKI", "55/2024")], [], true),
            TestContext.Current.CancellationToken));

        Assert.Equal([("99/2024", RegistryState.NotInList), ("55/2024", RegistryState.Match)], answer.Numbers.Select(n => (n.Number, n.State)));
    }

    [Fact]
    public async Task Of_a_real_and_an_invented_list_that_both_wait_only_one_can_be_taken()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var real = Expect.Value(await ImportAsync(desk, Real));
        var invented = Expect.Value(await ImportAsync(desk, "# fictional: true\nsip3mi,nama\nCONTOH-1,PT Satu Contoh\n"));

        Expect.Value(await DecideAsync(desk, invented.Id, null));
        Expect.Problem("list.mixed", await DecideAsync(desk, real.Id, "Yang sungguhan."));
    }

    [Fact]
    public async Task What_a_list_adds_removes_and_changes_is_shown_before_it_is_taken()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));
        var next = Expect.Value(await ImportAsync(desk, "sip3mi,nama\n55/2024,PT Lintang Karunia Sembada Baru\n58/2024,PT Tambahan\n"));
        var details = Expect.Value(await desk.RunAsync<ReadLists, Result<ReadLists.Details>>(read => read.OneAsync(next.Id, TestContext.Current.CancellationToken)));

        Assert.Equal("58-2024", Assert.Single(details.Changes.Added).Key);
        Assert.Equal("56-2024", Assert.Single(details.Changes.Removed).Key);
        var changed = Assert.Single(details.Changes.Changed);
        Assert.Contains("Sembada Baru", changed.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Sembada Baru", changed.Before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_breaks_on_the_way_leaves_nothing_behind()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        Expect.Problem("table.malformed", await ImportAsync(desk, """[{"sip3mi":"1/2024","nama":"PT Satu"},{"sip3mi":"2/2024","""));
        Assert.Equal(0, await desk.ReadAsync(db => db.Snapshots.CountAsync(s => s.List == RegistryList.Agencies)));
    }

    [Fact]
    public async Task Rows_of_a_replaced_list_stay_until_nobody_answers_by_them()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, Real)).Id, "Pertama."));
        var before = await desk.ReadAsync(db => db.Snapshots.Where(s => s.List == RegistryList.Agencies).Select(s => s.Number).SingleAsync());
        Expect.Value(await DecideAsync(desk, Expect.Value(await ImportAsync(desk, "sip3mi,nama,status\n55/2024,PT Lintang Karunia Sembada,aktif\n")).Id, "Kedua."));

        await desk.WorkAsync();
        Assert.Equal(2, await desk.ReadAsync(db => db.ListRows.CountAsync(row => row.Snapshot == before)));
        desk.Clock.Advance(ForgetRowsJob.Delay);
        await desk.WorkAsync();
        Assert.Equal(0, await desk.ReadAsync(db => db.ListRows.CountAsync(row => row.Snapshot == before)));
    }

    private static Task<Result<ImportList.Read>> ImportAsync(TestDesk desk, string file) => desk.RunAsync<ImportList, Result<ImportList.Read>>(import =>
        import.RunAsync(new(RegistryList.Agencies, new MemoryStream(Encoding.UTF8.GetBytes(file)), "test.csv", IsStrict: false), _officer, TestContext.Current.CancellationToken));

    /// <summary>Decides, and lets every process look again.</summary>
    private static async Task<Result<Done>> DecideAsync(TestDesk desk, Guid id, string? reason)
    {
        var decided = await desk.RunAsync<DecideList, Result<Done>>(decide =>
            decide.RunAsync(new(id, IsTaken: true, reason), _officer, TestContext.Current.CancellationToken));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        return decided;
    }

    private static async Task<AgencyAnswer> AskAsync(TestDesk desk, string name, params string[] phones)
    {
        var answer = await desk.RunAsync<AskRegistry, RegistryAnswer>(ask => ask.RunAsync(
            new Question(name, [name], phones, [], [], [], [], [], IsOffer: true), TestContext.Current.CancellationToken));
        return answer.Agencies[0];
    }
}
