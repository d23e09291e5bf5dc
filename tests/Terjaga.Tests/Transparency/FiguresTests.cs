using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Common.Work;
using Terjaga.Intake;
using Terjaga.Tests.Casework;
using Terjaga.Transparency.Figures;

namespace Terjaga.Tests.Transparency;

public sealed class FiguresTests(ScratchPostgres postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task What_came_what_waits_how_long_it_took_and_how_signs_did_is_counted_once(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        var verified = await OpenAsync(desk, "Loker Kamboja gaji 15 juta, visa turis dulu, WA 0812-1111-2222");
        var dismissed = await OpenAsync(desk, "Apakah aman bekerja ke Jepang lewat program resmi?");
        await OpenAsync(desk, "Dibutuhkan operator pabrik di Malaysia berangkat bulan depan visa turis");
        desk.Clock.Advance(TimeSpan.FromHours(2));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, verified, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, dismissed, Role.Kp2miAnalyst, 0, CaseStep.Dismiss));
        desk.Clock.Advance(TimeSpan.FromMinutes(30));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, verified, Role.Kp2miApprover, 1, CaseStep.HandOver));

        await CountAsync(desk);
        await CountAsync(desk);

        var view = await ReadAsync(desk);
        Assert.Equal((3, 2, 0), (view.Days[^1].Reports, view.Days[^1].Decided, view.Days[^1].Removed));
        Assert.Equal(30, view.Days.Count);
        Assert.Equal([(CaseState.New, 1), (CaseState.HandedOver, 1)], view.Waiting.Select(w => (w.State, w.ByAge[0])));
        var decide = Assert.Single(view.Times, t => t.Step == "decide");
        Assert.Equal(2, decide.Count);
        Assert.InRange(decide.Median!.Value.TotalMinutes, 120 / 1.09, 120 * 1.09);
        Assert.InRange(Assert.Single(view.Times, t => t.Step == "hand-over").NineOfTen!.Value.TotalMinutes, 30 / 1.09, 30 * 1.09);
        Assert.Equal(1, view.Events["case.handed-over"]);
        Assert.Contains(view.Rules, r => r is { Signal: "visa_non_kerja", Decided: 1, Verified: 1, Precision: 1 });
    }

    [Fact]
    public async Task An_hour_that_is_over_is_not_counted_again_and_what_was_missed_is_made_up()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await OpenAsync(desk, "Loker Kamboja gaji 15 juta, visa turis dulu, WA 0812-1111-2222");
        desk.Clock.Advance(TimeSpan.FromHours(300));

        await CountAsync(desk);
        Assert.Equal(240, await HoursAsync(desk));
        await CountAsync(desk);

        // From the hour before the first count, made when the report came, to this one.
        Assert.Equal(302, await HoursAsync(desk));
        Assert.Equal(1, (await ReadAsync(desk)).Days.Sum(day => day.Reports));
        Assert.Equal([0, 0, 1, 0], Assert.Single((await ReadAsync(desk)).Waiting).ByAge);
    }

    [Fact]
    public async Task Days_beyond_what_is_kept_are_refused()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);

        foreach (var days in new[] { int.MinValue, 0, 91, int.MaxValue })
        {
            Expect.Problem("figures.days-invalid", await desk.RunAsync<ReadFigures, Result<ReadFigures.View>>(
                read => read.RunAsync(new(TestDesk.As(Role.Auditor), days), Stop)));
        }
    }

    [Fact]
    public void A_time_read_back_lies_within_nine_percent()
    {
        foreach (var seconds in new[] { 1.0, 59, 3_600, 86_399, 2_592_000 })
            Assert.InRange(DurationScale.TimeOf(DurationScale.StepOf(TimeSpan.FromSeconds(seconds))).TotalSeconds / seconds, 1 / 1.091, 1.091);
        Assert.Null(DurationScale.Quantile([], 0.5));
        Assert.Equal(DurationScale.TimeOf(8), DurationScale.Quantile([new(4, 4), new(8, 2), new(12, 3)], 0.5));
    }

    private static async Task<Guid> OpenAsync(TestDesk desk, string text)
    {
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(new(null, text, null, null, [], null), Stop)));
        await desk.WorkAsync();
        return await desk.ReadAsync(db => db.CaseFiles.OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync(Stop));
    }

    private static Task<int> HoursAsync(TestDesk desk) => desk.ReadAsync(db => db.HourFigures.CountAsync(f => f.Measure == Measure.Counted, Stop));

    private static Task<Done> CountAsync(TestDesk desk) => desk.RunAsync<CountFiguresJob, Done>(async job =>
    {
        await job.RunAsync(WorkItem.Recur(CountFiguresJob.Kind, TimeSpan.FromMinutes(10), desk.Clock.GetUtcNow()), Stop);
        return Done.Yes;
    });

    private static async Task<ReadFigures.View> ReadAsync(TestDesk desk) => Expect.Value(
        await desk.RunAsync<ReadFigures, Result<ReadFigures.View>>(read => read.RunAsync(new(TestDesk.As(Role.Auditor), ReadFigures.UsualDays), Stop)));
}
