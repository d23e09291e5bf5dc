using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Terjaga.Accounts;
using Terjaga.App;
using Terjaga.Casework.Care;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;
using Terjaga.Evidence.Store;
using Terjaga.Intake;
using Terjaga.Tests.Casework.Danger;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Casework.Care;

public sealed class DayShareTests(ScratchPostgres postgres)
{
    private static readonly Acting _officer = TestDesk.As(Role.VictimProtection);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task The_same_thing_counts_once_and_past_the_share_nothing_new_is_shown(string database)
    {
        await using var desk = await OpenAsync(database);
        var (first, second, third) = (Picture(1), Picture(2), Picture(3));

        Assert.Equal(new DayShare(1, 2, true), await ShowAsync(desk, first));
        Assert.Equal(new DayShare(1, 2, true), await ShowAsync(desk, first));
        Assert.Equal(new DayShare(2, 2, true), await ShowAsync(desk, second));
        Assert.Equal(new DayShare(2, 2, false), await ShowAsync(desk, third));
        Assert.Equal(new DayShare(2, 2, true), await ShowAsync(desk, first));
        Assert.Equal(new DayShare(1, 2, true), await ShowAsync(desk, third, TestDesk.As(Role.Kp2miAnalyst)));
        Assert.Equal(3, await desk.ReadAsync(db => db.CareOpenings.CountAsync(Stop)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task A_reason_leads_on_and_is_an_event_that_no_case_shows(string database)
    {
        await using var desk = await OpenAsync(database);
        foreach (var number in (int[])[1, 2])
            await ShowAsync(desk, Picture(number));

        Expect.Problem("reason.required", await GoOnAsync(desk, Picture(3), " "));
        Expect.Problem("reason.too-long", await GoOnAsync(desk, Picture(3), new string('a', 2_001)));
        Assert.False((await ShowAsync(desk, Picture(3))).IsShown);
        Expect.Value(await GoOnAsync(desk, Picture(3), "Korban menunggu."));
        Expect.Value(await GoOnAsync(desk, Picture(3), "Korban menunggu lagi."));

        Assert.Equal(new DayShare(3, 2, true), await ShowAsync(desk, Picture(3)));
        Assert.False((await ShowAsync(desk, Picture(4))).IsShown);
        var said = await desk.ReadAsync(db => db.Events.Where(e => e.Kind == "care.went-on").OrderBy(e => e.Id).ToListAsync(Stop));
        Assert.Equal(["Korban menunggu.", "Korban menunggu lagi."], said.Select(e => e.Reason));
        Assert.All(said, e => Assert.Equal((_officer.OfficerId, _officer.Actor), (e.SubjectId, e.Actor)));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task The_day_ends_at_midnight_in_Jakarta_and_nothing_of_it_is_kept(string database)
    {
        await using var desk = await OpenAsync(database);
        desk.Clock.SetUtcNow(new(2026, 11, 24, 16, 59, 0, TimeSpan.Zero));
        foreach (var number in (int[])[1, 2, 3])
            await ShowAsync(desk, Picture(number));
        await ShowAsync(desk, Picture(1), TestDesk.As(Role.Kp2miAnalyst));

        desk.Clock.SetUtcNow(new(2026, 11, 24, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DayShare(1, 2, true), await ShowAsync(desk, Picture(3)));

        Assert.Equal([new DateOnly(2026, 11, 25)], await desk.ReadAsync(db => db.CareOpenings.Select(o => o.Day).ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_danger_file_past_the_share_withholds_its_words_and_no_step()
    {
        await using var desk = await OpenAsync("sqlite");
        await DangerReports.SendAsync(desk, DangerReports.Captive);
        var id = (await DangerReports.OneAsync(desk)).ReportId;
        foreach (var number in (int[])[1, 2])
            await ShowAsync(desk, Picture(number));

        var file = Expect.Value(await ReadAsync(desk, id, _officer));
        Assert.Equal(("", false), (file.Words, file.Share.IsShown));
        Assert.Equal(DangerReports.Captive, Expect.Value(await ReadAsync(desk, id, TestDesk.As(Role.Kp2miAnalyst))).Words);
        foreach (var (step, code) in ((DangerStep, string?)[])[(DangerStep.Take, null), (DangerStep.Answer, "phone"), (DangerStep.Release, null)])
            Expect.Value(await DangerReports.StepAsync(desk, id, step, code, by: _officer));

        Expect.Problem("access.denied", await GoOnAsync(desk, id, TestDesk.As(Role.KomdigiOfficer)));
        Expect.Problem("danger.unknown", await GoOnAsync(desk, Guid.Empty, _officer));
        Expect.Value(await GoOnAsync(desk, id, _officer));
        Assert.Equal(DangerReports.Captive, Expect.Value(await ReadAsync(desk, id, _officer)).Words);
    }

    [Fact]
    public async Task A_picture_past_the_share_is_not_in_the_custody_log_until_it_is_shown()
    {
        await using var desk = await OpenAsync("sqlite");
        var picture = StoreDesk.Draw(41);
        Expect.Value(await desk.SubmitAsync(picture));
        foreach (var number in (int[])[1, 2])
            await ShowAsync(desk, Picture(number));
        var sha256 = EvidenceStore.HashOf(picture);
        Task<Result<CopyPicture.Copy>> LookAsync() => desk.RunAsync<ListPictures, Result<CopyPicture.Copy>>(p => p.OpenAsync(FlowTests.All, _officer.Actor, sha256, Stop));

        Expect.Problem(CareArea.ShareReached, await LookAsync());
        Assert.False(await ViewedAsync(desk));
        Expect.Problem("picture.unknown", await desk.RunAsync<ListPictures, Result<Done>>(p => p.GoOnAsync(FlowTests.All, _officer.Actor, "aa", "Perlu.", Stop)));
        Expect.Value(await desk.RunAsync<ListPictures, Result<Done>>(p => p.GoOnAsync(FlowTests.All, _officer.Actor, sha256, "Perlu.", Stop)));
        Expect.Value(await LookAsync());
        Assert.True(await ViewedAsync(desk));
    }

    [Fact]
    public void The_share_is_a_dated_row_with_a_source_and_a_broken_one_is_refused()
    {
        var shipped = CarePlan.Parse(File.ReadAllText(Path.Combine(DeskAreas.DataFolder, CarePlan.FileName)));
        Assert.All(shipped.Shares, share => Assert.NotEqual("", share.Source));
        CarePlan plan = new("1", [new(50, "b", new(2027, 1, 1)), new(40, "a", new(2026, 1, 1))]);

        Assert.Equal([40, 40, 50], ((DateOnly[])[new(2025, 1, 1), new(2026, 12, 31), new(2027, 1, 1)]).Select(day => plan.On(day).Openings));
        foreach (var broken in (string[])["{}", """{"version":"1","shares":[]}""", """{"version":"1","shares":[{"openings":0,"source":"a","from":"2026-01-01"}]}""", """{"version":"1","shares":[{"openings":1,"source":"","from":"2026-01-01"}]}"""])
            Assert.ThrowsAny<JsonException>(() => CarePlan.Parse(broken));
    }

    private Task<TestDesk> OpenAsync(string database) => TestDesk.OpenAsync(
        database, postgres, adjust: services => services.Replace(ServiceDescriptor.Singleton(new CarePlan("test", [new(2, "test", new(2026, 1, 1))]))));

    private static HardMaterial Picture(int number) => HardMaterial.OfPicture(EvidenceStore.HashOf([(byte)number]));

    private static Task<DayShare> ShowAsync(TestDesk desk, HardMaterial material, Acting? by = null) =>
        desk.RunAsync<OpenMaterial, DayShare>(open => open.RunAsync((by ?? _officer).Actor, material, Stop));

    private static Task<Result<Done>> GoOnAsync(TestDesk desk, HardMaterial material, string? reason) =>
        desk.RunAsync<OpenMaterial, Result<Done>>(open => open.GoOnAsync(_officer.Actor, material, reason, Stop));

    private static Task<Result<Done>> GoOnAsync(TestDesk desk, Guid id, Acting by) =>
        desk.RunAsync<ReadDanger, Result<Done>>(read => read.GoOnAsync(by, id, "Mendesak.", Stop));

    private static Task<Result<ReadDanger.View>> ReadAsync(TestDesk desk, Guid id, Acting by) =>
        desk.RunAsync<ReadDanger, Result<ReadDanger.View>>(read => read.RunAsync(by, id, Stop));

    private static Task<bool> ViewedAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.CustodyEntries.AnyAsync(e => e.Act == CustodyAct.Viewed, Stop));
}
