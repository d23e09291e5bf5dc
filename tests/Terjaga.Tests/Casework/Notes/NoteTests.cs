using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Casework.Notes;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Notes;

public sealed class NoteTests(ScratchPostgres postgres)
{
    private static readonly Acting _analyst = TestDesk.As(Role.Kp2miAnalyst), _colleague = TestDesk.As(Role.Kp2miApprover), _drafter = TestDesk.As(Role.KomdigiOfficer);

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_note_inside_a_ministry_is_read_by_that_ministry_alone(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        Expect.Value(await WriteAsync(desk, _analyst, id, NoteLevel.Ministry, "Hanya kami."));
        Expect.Value(await WriteAsync(desk, _drafter, id, NoteLevel.Shared, "Untuk semua."));

        Assert.Equal(["Untuk semua.", "Hanya kami."], (await ReadAsync(desk, _colleague, id)).Select(n => n.Text));
        Assert.Equal(["Untuk semua."], (await ReadAsync(desk, _drafter, id)).Select(n => n.Text));
        Assert.Empty(await ReadAsync(desk, TestDesk.As(Role.Administrator), id));
    }

    [Theory]
    [InlineData("Hubungi 0812 3456 7890 ya.", "note.has-number")]
    [InlineData("Kirim ke 1234-567.", "note.has-number")]
    [InlineData("Lihat kp2mi.go.id untuk daftar.", "note.has-address")]
    [InlineData("Tulis ke @petugas", "note.has-address")]
    [InlineData("Salam, sulastri.", "note.has-name")]
    [InlineData(" ", "note.required")]
    [InlineData("a\0", "text.invalid")]
    public async Task What_would_show_a_person_or_lead_elsewhere_is_not_sent_to_a_reporter(string text, string code)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        var link = Expect.Value(await desk.RunAsync<InviteOfficer, Result<InviteOfficer.Link>>(invite => invite.RunAsync(
            new(TestDesk.As(Role.Administrator), "sulastri", "Ibu Sulastri", Ministry.Kp2mi, Role.Kp2miAnalyst), TestContext.Current.CancellationToken)));
        Expect.Value(await desk.RunAsync<AcceptInvitation, Result<Acting>>(accept => accept.RunAsync(
            new(link.Token, "kata sandi yang panjang"), TestContext.Current.CancellationToken)));
        Expect.Problem(code, await WriteAsync(desk, _analyst, id, NoteLevel.Reporter, text));
        Assert.Equal(0, await desk.ReadAsync(db => db.CaseNotes.CountAsync()));
    }

    [Fact]
    public async Task A_note_is_written_once_withdrawn_by_its_author_in_time_and_struck_by_the_own_ministry()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        var first = Expect.Value(await WriteAsync(desk, _analyst, id, NoteLevel.Shared, "Salah ketik.")).Id;
        Expect.Problem("note.repeated", await WriteAsync(desk, _analyst, id, NoteLevel.Shared, "Salah ketik."));
        Expect.Problem("note.not-yours", await WithdrawAsync(desk, _colleague, first));
        Expect.Problem("note.unknown", await WithdrawAsync(desk, _drafter, first));
        Expect.Value(await WithdrawAsync(desk, _analyst, first));
        Expect.Problem("note.changed", await WithdrawAsync(desk, _analyst, first));
        Assert.Empty(await ReadAsync(desk, _analyst, id));

        var second = Expect.Value(await WriteAsync(desk, _analyst, id, NoteLevel.Shared, "Salah ketik.")).Id;
        desk.Clock.Advance(EndNote.MayWithdraw + TimeSpan.FromSeconds(1));
        Expect.Problem("note.too-late", await WithdrawAsync(desk, _analyst, second));
        Expect.Problem("note.unknown", await StrikeAsync(desk, _drafter, second, "Keliru."));
        Expect.Problem("reason.required", await StrikeAsync(desk, _colleague, second, null));
        Expect.Value(await StrikeAsync(desk, _colleague, second, "Keliru."));
        Assert.Equal("Keliru.", Assert.Single(await ReadAsync(desk, _drafter, id)).StruckReason);
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task A_message_reaches_those_who_had_reported_and_never_the_reporters_of_what_joined_later(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var (one, mine) = await ReportAsync(desk, "Perawat lansia untuk keluarga di Taiwan, usia tiga puluhan, bahasa tidak perlu, kontrak tiga tahun");
        var (other, theirs) = await ReportAsync(desk, "Kapal penangkap ikan mencari awak, pengalaman tidak perlu, gaji dolar, paspor diuruskan");
        Expect.Value(await WriteAsync(desk, _analyst, one, NoteLevel.Reporter, "Terima kasih, kami sudah membaca."));
        Expect.Value(await WriteAsync(desk, _analyst, one, NoteLevel.Shared, "Rahasia meja."));
        Expect.Value(await WriteAsync(desk, _analyst, other, NoteLevel.Reporter, "Kami sedang memeriksa."));

        Expect.Value(await MergeAsync(desk, other, one));
        Expect.Value(await WriteAsync(desk, _analyst, one, NoteLevel.Reporter, "Sekarang satu perkara."));
        Assert.Equal(4, (await ReadAsync(desk, _analyst, one)).Count);
        Assert.Equal(["Sekarang satu perkara.", "Terima kasih, kami sudah membaca."], await MessagesAsync(desk, mine));
        Assert.Equal(["Sekarang satu perkara.", "Kami sedang memeriksa."], await MessagesAsync(desk, theirs));

        var join = await desk.ReadAsync(db => db.CaseJoins.Select(j => j.Id).SingleAsync());
        Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(new(_analyst, join, "Keliru."), TestContext.Current.CancellationToken)));
        Assert.Equal(["Kami sedang memeriksa."], (await ReadAsync(desk, _analyst, other)).Select(n => n.Text));
        Assert.Equal(3, (await ReadAsync(desk, _analyst, one)).Count);
        Assert.Equal(["Kami sedang memeriksa."], await MessagesAsync(desk, theirs));
    }

    internal static async Task<(Guid CaseId, Receipt Receipt)> ReportAsync(TestDesk desk, string text)
    {
        var receipt = Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, text, null, null, [], null), TestContext.Current.CancellationToken)));
        await desk.WorkAsync();
        return (await desk.ReadAsync(db => db.CaseReports.OrderByDescending(r => r.ReportId).Select(r => r.CaseFileId).FirstAsync()), receipt);
    }

    internal static async Task<Result<Done>> MergeAsync(TestDesk desk, Guid from, Guid into)
    {
        var versions = await desk.ReadAsync(db => db.CaseFiles.ToDictionaryAsync(c => c.Id, c => c.Version));
        return await desk.RunAsync<MergeCases, Result<Done>>(merge => merge.RunAsync(
            new(_analyst, from, versions[from], into, versions[into], "Sama."), TestContext.Current.CancellationToken));
    }

    private static Task<Result<WriteNote.Written>> WriteAsync(TestDesk desk, Acting by, Guid id, NoteLevel level, string text) =>
        desk.RunAsync<WriteNote, Result<WriteNote.Written>>(write => write.RunAsync(new(by, id, level, text), TestContext.Current.CancellationToken));

    private static Task<IReadOnlyList<ReadNotes.Row>> ReadAsync(TestDesk desk, Acting by, Guid id) =>
        desk.RunAsync<ReadNotes, IReadOnlyList<ReadNotes.Row>>(read => read.RunAsync(by, id, TestContext.Current.CancellationToken));

    private static Task<Result<Done>> WithdrawAsync(TestDesk desk, Acting by, Guid note) =>
        desk.RunAsync<EndNote, Result<Done>>(end => end.WithdrawAsync(new(by, note), TestContext.Current.CancellationToken));

    private static Task<Result<Done>> StrikeAsync(TestDesk desk, Acting by, Guid note, string? reason) =>
        desk.RunAsync<EndNote, Result<Done>>(end => end.StrikeAsync(new(by, note, reason), TestContext.Current.CancellationToken));

    private static async Task<IEnumerable<string>> MessagesAsync(TestDesk desk, Receipt receipt) => Expect.Value(
        await desk.RunAsync<LookUpReceipt, Result<LookUpReceipt.Outcome>>(look => look.RunAsync(receipt.Text, TestContext.Current.CancellationToken))).Messages.Select(m => m.Text);
}
