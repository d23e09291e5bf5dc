using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Intake;
using Terjaga.Screening;

namespace Terjaga.Tests.Casework.Danger;

public sealed class DangerFileTests(ScratchPostgres postgres)
{
    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Somebody_in_danger_has_a_file_with_a_running_clock_before_any_worker_looks(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var receipt = await DangerReports.SendAsync(desk, DangerReports.Captive, key: "a");
        Assert.Equal(receipt.Text, (await DangerReports.SendAsync(desk, DangerReports.Captive, key: "a")).Text);

        var file = await DangerReports.OneAsync(desk);
        Assert.Equal((DangerLevel.P0, HoldState.Open), (file.Level, file.Hold));
        Assert.Equal(TimeSpan.FromMinutes(15), file.DueAt - file.RaisedAt);
        Assert.Equal(0, await desk.ReadAsync(db => db.Screenings.CountAsync()));
        Assert.Contains("danger.raised", await desk.ReadAsync(db => db.Events.Where(e => e.SubjectId == file.ReportId).Select(e => e.Kind).ToListAsync()));

        await desk.WorkAsync();
        var after = await DangerReports.OneAsync(desk);
        Assert.Equal((file.RaisedAt, file.DueAt), (after.RaisedAt, after.DueAt));
        Assert.Equal(Band.None, (await desk.ReadAsync(db => db.Screenings.SingleAsync())).Band);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_report_whose_danger_file_cannot_be_stored_is_not_stored_and_not_acknowledged(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE danger_files RENAME TO gone"));

        await Assert.ThrowsAnyAsync<DbException>(() => DangerReports.SendAsync(desk, DangerReports.Captive));

        Assert.Equal(0, await desk.ReadAsync(db => db.Reports.CountAsync()));
        await desk.ReadAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE gone RENAME TO danger_files"));
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        await DangerReports.OneAsync(desk);
    }

    [Fact]
    public async Task Each_level_has_its_clock_a_child_raises_by_one_and_an_offer_is_no_danger()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await DangerReports.SendAsync(desk, DangerReports.Missing);
        var missing = await DangerReports.OneAsync(desk);
        Assert.Equal((DangerLevel.P1, TimeSpan.FromHours(2)), (missing.Level, missing.DueAt - missing.RaisedAt));

        await DangerReports.SendAsync(desk, DangerReports.Missing + ", anak di bawah umur dibawa");
        Assert.Equal(1, await desk.ReadAsync(db => db.DangerFiles.CountAsync(f => f.Level == DangerLevel.P0)));
        await DangerReports.SendAsync(desk, "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu, tiket ditanggung");
        Assert.Equal(2, await desk.ReadAsync(db => db.DangerFiles.CountAsync()));
    }

    [Fact]
    public void The_clock_of_the_day_of_the_report_holds()
    {
        var plan = new DangerPlan(
            "t", [new(DangerLevel.P0, 15, "a", new(2026, 1, 1)), new(DangerLevel.P0, 10, "b", new(2026, 11, 24))], [], [], [], [], []);
        // 17:00 in UTC is midnight in western Indonesia.
        var midnight = new DateTimeOffset(2026, 11, 23, 17, 0, 0, TimeSpan.Zero);

        Assert.Equal(midnight.AddMinutes(10), plan.DueAt(DangerLevel.P0, midnight));
        Assert.Equal(midnight.AddMinutes(14), plan.DueAt(DangerLevel.P0, midnight.AddMinutes(-1)));
    }

    [Fact]
    public async Task What_is_missed_stays_missed_and_lowering_needs_a_reason()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        var id = (await DangerReports.OneAsync(desk)).ReportId;
        desk.Clock.Advance(TimeSpan.FromMinutes(16));

        Expect.Problem("reason.required", await DangerReports.StepAsync(desk, id, DangerStep.Lower, reason: " "));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Lower));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Answer, "phone"));

        var file = await DangerReports.OneAsync(desk);
        Assert.Equal(DangerLevel.P1, file.Level);
        Assert.True(file.IsMissed(desk.Clock.GetUtcNow()));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task Of_two_officers_who_act_on_one_file_at_once_one_does(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        var id = (await DangerReports.OneAsync(desk)).ReportId;

        var both = await Task.WhenAll(
            DangerReports.StepAsync(desk, id, DangerStep.Answer, "phone", version: 0), DangerReports.StepAsync(desk, id, DangerStep.Answer, "chat", version: 0));

        Assert.Single(both, result => result.TryGet(out _, out _));
        Expect.Problem("danger.changed", both.Single(result => !result.TryGet(out _, out _)));
        Assert.Equal(1, await desk.ReadAsync(db => db.Events.CountAsync(e => e.Kind == "danger.answered")));
    }

    [Fact]
    public async Task A_file_is_taken_answered_referred_and_closed_by_an_officer_for_people_in_danger_alone()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        var id = (await DangerReports.OneAsync(desk)).ReportId;
        var (first, second) = (TestDesk.As(Role.VictimProtection), TestDesk.As(Role.VictimProtection));

        foreach (var role in Enum.GetValues<Role>().Where(role => role != Role.VictimProtection))
            Expect.Problem("access.denied", await DangerReports.StepAsync(desk, id, DangerStep.Take, by: TestDesk.As(role)));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Take, by: first, reason: null));
        Expect.Problem("danger.taken", await DangerReports.StepAsync(desk, id, DangerStep.Take, by: second, reason: null));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Take, by: second));
        Expect.Problem("danger.code-unknown", await DangerReports.StepAsync(desk, id, DangerStep.Answer, "drum"));
        Expect.Problem("danger.step-not-open", await DangerReports.StepAsync(desk, id, DangerStep.Close, "safe"));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Answer, "phone"));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Refer, "mission"));
        Expect.Problem("danger.hold-unanswered", await DangerReports.StepAsync(desk, id, DangerStep.Close, "safe"));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Release));
        Expect.Value(await DangerReports.StepAsync(desk, id, DangerStep.Close, "safe"));
        Expect.Problem("danger.step-not-open", await DangerReports.StepAsync(desk, id, DangerStep.Wait));
        Assert.Equal(second.OfficerId, (await DangerReports.OneAsync(desk)).HolderId);
    }

    [Theory]
    [InlineData(DangerReports.Captive, DangerKind.Captive)]
    [InlineData(DangerReports.Missing, DangerKind.Missing)]
    [InlineData("Saya di Kamboja, mau bunuh diri saja, saya tidak kuat lagi", DangerKind.Suicide)]
    public async Task A_reporter_is_told_at_once_what_to_do_in_this_kind_of_danger(string text, DangerKind kind)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        var receipt = await DangerReports.SendAsync(desk, text);

        var outcome = Expect.Value(await desk.RunAsync<LookUpReceipt, Result<LookUpReceipt.Outcome>>(
            look => look.RunAsync(receipt.Text, TestContext.Current.CancellationToken)));
        Assert.Equal((Terjaga.Casework.ReporterState.DangerHelp, kind), (outcome.State, outcome.Help?.Kind));
        Assert.Equal(kind, (await desk.RunAsync<LookUpReceipt, ReporterHelp?>(look => look.HelpAsync(receipt, TestContext.Current.CancellationToken)))?.Kind);
    }

    [Fact]
    public async Task The_queue_shows_P0_first_then_what_is_due_first_and_goes_on_where_a_page_ended()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await DangerReports.SendAsync(desk, DangerReports.Missing);
        for (var i = 0; i <= ListDanger.PageSize; i++)
            await DangerReports.SendAsync(desk, $"{DangerReports.Captive} {i}");

        var first = await ListAsync(desk, null);
        var second = await ListAsync(desk, first.Next);
        Assert.Equal(ListDanger.PageSize, first.Rows.Count);
        Assert.Equal([DangerLevel.P0, DangerLevel.P1], second.Rows.Select(row => row.Level));
        Assert.Null(second.Next);
        Assert.Equal(first.Rows.OrderBy(row => row.DueAt), first.Rows);
        Expect.Problem("access.denied", await desk.RunAsync<ListDanger, Result<ListDanger.Page>>(
            list => list.RunAsync(new(TestDesk.As(Role.KomdigiOfficer), DangerStage.Waiting, null), TestContext.Current.CancellationToken)));
    }

    private static async Task<ListDanger.Page> ListAsync(TestDesk desk, ListDanger.Place? after) =>
        Expect.Value(await desk.RunAsync<ListDanger, Result<ListDanger.Page>>(
            list => list.RunAsync(new(TestDesk.As(Role.Auditor), DangerStage.Waiting, after), TestContext.Current.CancellationToken)));
}
