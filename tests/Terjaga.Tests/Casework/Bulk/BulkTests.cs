using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Bulk;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Bulk;

/// <summary>One decision about several cases: what it would do, what it did, and the way back.</summary>
public sealed class BulkTests(ScratchPostgres postgres)
{
    private static readonly string[] _texts =
    [
        "Loker Kamboja gaji 15 juta, visa turis dulu, WA 0812-1111-2222",
        "Dibutuhkan segera penjaga toko di Malaysia, berangkat besok, paspor kami pegang",
        "Apakah aman bekerja ke Jepang lewat program resmi pemerintah?",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task What_was_shown_happens_to_each_and_undo_brings_each_back(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var cases = await OpenAsync(desk);
        var preview = Expect.Value(await PreviewAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, cases));
        Assert.All(preview.Rows, row => Assert.Equal((CaseState.New, CaseState.Verified), (row.State, row.Becomes)));

        var decided = Expect.Value(await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, Verdict.UnlawfulPlacement, preview));
        Assert.Equal((3, 0), (decided.Count, decided.Left.Count));
        Assert.All(await StatesAsync(desk), state => Assert.Equal(CaseState.Verified, state));
        Assert.Equal(3, await desk.ReadAsync(db => db.CaseVerdicts.CountAsync(v => v.Verdict == Verdict.UnlawfulPlacement, Stop)));

        Assert.Equal(new UndoBulk.Undone(3, 0), Expect.Value(await UndoAsync(desk, Role.Kp2miAnalyst, decided.ActId)));
        Assert.All(await StatesAsync(desk), state => Assert.Equal(CaseState.New, state));
        Expect.Problem("bulk.nothing-to-undo", await UndoAsync(desk, Role.Kp2miAnalyst, decided.ActId));
        Assert.All(Expect.Value(await ReadAsync(desk, decided.ActId)).Rows, row => Assert.True(row is { IsUndone: true, CanUndo: false }));
    }

    [Fact]
    public async Task A_case_that_changed_meanwhile_is_left_and_told()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var cases = await OpenAsync(desk);
        var preview = Expect.Value(await PreviewAsync(desk, Role.Kp2miAnalyst, CaseStep.Dismiss, cases));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, cases[1], Role.Kp2miAnalyst, 0, CaseStep.Verify));

        var decided = Expect.Value(await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Dismiss, null, preview));

        Assert.Equal(2, decided.Count);
        Assert.Equal((cases[1], "case.changed"), (Assert.Single(decided.Left).CaseFileId, decided.Left[0].Why.Code));
        Assert.Equal(CaseState.Verified, await desk.ReadAsync(db => db.CaseFiles.Where(c => c.Id == cases[1]).Select(c => c.State).SingleAsync(Stop)));
    }

    [Fact]
    public async Task What_has_gone_on_stays_and_the_rest_goes_back()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var cases = await OpenAsync(desk);
        var decided = Expect.Value(await DecideAsync(
            desk, Role.Kp2miAnalyst, CaseStep.Verify, null, Expect.Value(await PreviewAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, cases))));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, cases[0], Role.Kp2miApprover, 1, CaseStep.HandOver));

        Assert.Equal([false, true, true], Expect.Value(await ReadAsync(desk, decided.ActId)).Rows.OrderBy(row => cases.IndexOf(row.Id)).Select(row => row.CanUndo));
        Assert.Equal(new UndoBulk.Undone(2, 1), Expect.Value(await UndoAsync(desk, Role.Kp2miAnalyst, decided.ActId)));

        Assert.Equal([CaseState.HandedOver, CaseState.New, CaseState.New], await StatesAsync(desk));
    }

    [Fact]
    public async Task The_duty_of_the_step_is_asked_of_whoever_looks_decides_and_undoes()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var cases = await OpenAsync(desk);
        var preview = Expect.Value(await PreviewAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, cases));
        var decided = Expect.Value(await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, null, preview));

        foreach (var role in Enum.GetValues<Role>().Where(role => !Authority.Allows(role, Duty.Verify)))
        {
            Expect.Problem("access.denied", await PreviewAsync(desk, role, CaseStep.Verify, cases));
            Expect.Problem("access.denied", await DecideAsync(desk, role, CaseStep.Verify, null, preview));
            Expect.Problem("access.denied", await UndoAsync(desk, role, decided.ActId));
        }
    }

    [Fact]
    public async Task A_choice_that_is_none_too_large_or_of_another_step_changes_nothing()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var preview = Expect.Value(await PreviewAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, await OpenAsync(desk)));

        Expect.Problem("bulk.none", await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, null, preview with { Rows = [] }));
        Expect.Problem("bulk.too-large", await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, null, preview with
        {
            Rows = [.. Enumerable.Range(0, Selection.MaxCases + 1).Select(_ => preview.Rows[0] with { Id = Guid.CreateVersion7() })],
        }));
        Expect.Problem("case.step-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, (CaseStep)99, null, preview));
        Expect.Problem("case.step-invalid", await DecideAsync(desk, Role.KomdigiOfficer, CaseStep.Accept, null, preview));
        Expect.Problem("case.verdict-invalid", await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, Verdict.Lawful, preview));
        Expect.Problem("reason.required", await DecideAsync(desk, Role.Kp2miAnalyst, CaseStep.Verify, null, preview, " "));
        Expect.Problem("bulk.unknown", await UndoAsync(desk, Role.Kp2miAnalyst, Guid.CreateVersion7()));

        Assert.All(await StatesAsync(desk), state => Assert.Equal(CaseState.New, state));
        Assert.Equal(0, await desk.ReadAsync(db => db.BulkActs.CountAsync(Stop)));
    }

    private static async Task<List<Guid>> OpenAsync(TestDesk desk)
    {
        foreach (var text in _texts)
            Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(new(null, text, null, null, [], null), Stop)));
        await desk.WorkAsync();
        return await desk.ReadAsync(db => db.CaseFiles.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(Stop));
    }

    private static Task<List<CaseState>> StatesAsync(TestDesk desk) => desk.ReadAsync(db => db.CaseFiles.OrderBy(c => c.Id).Select(c => c.State).ToListAsync(Stop));

    private static Task<Result<PreviewBulk.View>> PreviewAsync(TestDesk desk, Role role, CaseStep step, List<Guid> cases) =>
        desk.RunAsync<PreviewBulk, Result<PreviewBulk.View>>(preview => preview.RunAsync(new(TestDesk.As(role), cases, step), Stop));

    private static Task<Result<DecideCases.Decided>> DecideAsync(
        TestDesk desk, Role role, CaseStep step, Verdict? verdict, PreviewBulk.View seen, string reason = "Semua satu kelompok.") =>
        desk.RunAsync<DecideCases, Result<DecideCases.Decided>>(decide => decide.RunAsync(
            new(TestDesk.As(role), [.. seen.Rows.Select(row => new Selection.Chosen(row.Id, row.Version))], step, verdict, reason), Stop));

    private static Task<Result<UndoBulk.Undone>> UndoAsync(TestDesk desk, Role role, Guid act) =>
        desk.RunAsync<UndoBulk, Result<UndoBulk.Undone>>(undo => undo.RunAsync(new(TestDesk.As(role), act, "Salah pilih."), Stop));

    private static Task<Result<ReadBulk.View>> ReadAsync(TestDesk desk, Guid act) =>
        desk.RunAsync<ReadBulk, Result<ReadBulk.View>>(read => read.RunAsync(TestDesk.As(Role.Auditor), act, Stop));
}
