using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Tests.Casework.Notes;

namespace Terjaga.Tests.Casework.Appeals;

public sealed class AppealTests(ScratchPostgres postgres)
{
    private static readonly Acting _recorder = TestDesk.As(Role.KomdigiOfficer), _judge = TestDesk.As(Role.KomdigiApprover);

    [Theory, InlineData("sqlite", true), InlineData("sqlite", false), InlineData("postgres", true)]
    public async Task Somebody_who_had_not_decided_decides_and_the_verdict_stays_in_the_history(string database, bool isUpheld)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        var approver = TestDesk.As(Role.Kp2miApprover);
        await FlowTests.StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Verify);
        Expect.Value(await desk.RunAsync<DecideCase, Result<Done>>(decide => decide.RunAsync(new(approver, id, 1, CaseStep.HandOver, "Mohon."), TestContext.Current.CancellationToken)));
        var appeal = Expect.Value(await RecordAsync(desk, _recorder, id, AppealBy.NamedCompany)).Id;
        Expect.Problem("appeal.open", await RecordAsync(desk, _recorder, id, AppealBy.NamedCompany));

        Expect.Problem("appeal.same-person", await DecideAsync(desk, approver, appeal, 3, isUpheld));
        Expect.Problem("case.changed", await DecideAsync(desk, _judge, appeal, 2, isUpheld));
        Expect.Problem("access.denied", await DecideAsync(desk, _recorder, appeal, 3, isUpheld));
        Expect.Problem("reason.required", await DecideAsync(desk, _judge, appeal, 3, isUpheld, ""));
        Expect.Value(await DecideAsync(desk, _judge, appeal, 3, isUpheld));
        Expect.Problem("appeal.changed", await DecideAsync(desk, _judge, appeal, 4, isUpheld));

        var view = await FlowTests.ReadAsync(desk, id);
        Assert.Equal(isUpheld ? CaseState.Dismissed : CaseState.HandedOver, view.State);
        Assert.Equal(isUpheld, Assert.Single(view.Verdicts).IsReversed);
        var events = await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(view.State, events.Select(e => e.Kind).Aggregate(CaseState.New, CaseEvents.Next));
        Assert.Equal(("komdigi", "Karena bukti."), (events[^1].Ministry, events[^1].Reason));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_upheld_objection_of_a_reporter_opens_what_was_dismissed_and_ends_nothing(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await FlowTests.StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Dismiss);
        var appeal = Expect.Value(await RecordAsync(desk, _recorder, id, AppealBy.Reporter)).Id;

        Expect.Value(await DecideAsync(desk, _judge, appeal, 2, isUpheld: true));

        Assert.Equal(CaseState.New, (await FlowTests.ReadAsync(desk, id)).State);
        Assert.Equal(0, await desk.ReadAsync(db => db.Work.CountAsync(w => w.Kind == CorrectingWork.Withdraw)));
        var events = await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == id).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(CaseState.New, events.Select(e => e.Kind).Aggregate(CaseState.New, CaseEvents.Next));
    }

    [Fact]
    public async Task The_objection_of_a_reporter_stops_nothing_that_is_acted_on()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        await FlowTests.StepAsync(desk, id, Role.Kp2miAnalyst, CaseStep.Verify);
        var appeal = Expect.Value(await RecordAsync(desk, _recorder, id, AppealBy.Reporter)).Id;

        Expect.Problem("appeal.nothing-to-reverse", await DecideAsync(desk, _judge, appeal, 2, isUpheld: true));
        Expect.Value(await DecideAsync(desk, _judge, appeal, 2, isUpheld: false));

        Assert.Equal(CaseState.Verified, (await FlowTests.ReadAsync(desk, id)).State);
    }

    [Fact]
    public async Task An_appeal_needs_a_kind_words_and_a_day_that_can_be()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var id = await DecideCaseTests.OpenAsync(desk);
        Expect.Problem("access.denied", await RecordAsync(desk, TestDesk.As(Role.Auditor), id, AppealBy.Uploader));
        Expect.Problem("appeal.from-invalid", await RecordAsync(desk, _recorder, id, (AppealBy)9));
        Expect.Problem("reason.required", await RecordAsync(desk, _recorder, id, AppealBy.Uploader, ""));
        Expect.Problem("appeal.time-invalid", await RecordAsync(desk, _recorder, id, AppealBy.Uploader, at: desk.Clock.GetUtcNow().AddDays(1)));
        Expect.Problem("appeal.time-invalid", await RecordAsync(desk, _recorder, id, AppealBy.Uploader, at: DateTimeOffset.MinValue));
        Expect.Problem("case.unknown", await RecordAsync(desk, _recorder, Guid.CreateVersion7(), AppealBy.Uploader));
        Expect.Problem("appeal.unknown", await DecideAsync(desk, _judge, Guid.CreateVersion7(), 0, true));
        Assert.Equal(0, await desk.ReadAsync(db => db.Appeals.CountAsync()));
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.SubjectId == id)));
    }

    [Theory, InlineData("sqlite"), InlineData("postgres")]
    public async Task An_appeal_follows_its_case_and_goes_home_with_it(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var (one, _) = await NoteTests.ReportAsync(desk, "Perawat lansia untuk keluarga di Taiwan, usia tiga puluhan, bahasa tidak perlu, kontrak tiga tahun");
        var (other, _) = await NoteTests.ReportAsync(desk, "Kapal penangkap ikan mencari awak, pengalaman tidak perlu, gaji dolar, paspor diuruskan");
        Expect.Value(await RecordAsync(desk, _recorder, other, AppealBy.Reporter));
        Expect.Value(await NoteTests.MergeAsync(desk, other, one));
        Assert.Equal([one], await desk.ReadAsync(db => db.Appeals.Select(a => a.CaseFileId).ToListAsync()));

        var join = await desk.ReadAsync(db => db.CaseJoins.Select(j => j.Id).SingleAsync());
        Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(new(TestDesk.As(Role.Kp2miAnalyst), join, "Keliru."), TestContext.Current.CancellationToken)));
        Assert.Equal([other], await desk.ReadAsync(db => db.Appeals.Select(a => a.CaseFileId).ToListAsync()));
    }

    private static Task<Result<RecordAppeal.Recorded>> RecordAsync(
        TestDesk desk, Acting by, Guid id, AppealBy from, string text = "Itu bukan iklan kami.", DateTimeOffset? at = null) =>
        desk.RunAsync<RecordAppeal, Result<RecordAppeal.Recorded>>(record => record.RunAsync(new(by, id, from, text, at), TestContext.Current.CancellationToken));

    private static Task<Result<Done>> DecideAsync(TestDesk desk, Acting by, Guid appeal, int version, bool isUpheld, string reason = "Karena bukti.") =>
        desk.RunAsync<DecideAppeal, Result<Done>>(decide => decide.RunAsync(new(by, appeal, version, isUpheld, reason), TestContext.Current.CancellationToken));
}
