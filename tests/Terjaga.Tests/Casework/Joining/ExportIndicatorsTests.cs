using System.Text;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Campaigns.Exports;
using Terjaga.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Joining;

public sealed class ExportIndicatorsTests(ScratchPostgres postgres)
{
    private const string Offer =
        "Loker Kamboja operator pabrik, visa turis dulu, gaji 12 juta, transfer ke BCA 1234567890 a.n. Budi, WA 0861-7740-1128, atau hubungi hotline 0811-8080-141, info facebook.com/groups/x";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task Indicators_leave_the_desk_only_once_verified_without_hotlines_and_platforms_and_who_took_them_is_kept(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, Offer, null, null, [], null), TestContext.Current.CancellationToken)));
        Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, Offer + ". Nomor saya 0813-1190-6642", null, null, [], null), TestContext.Current.CancellationToken)));
        await desk.WorkAsync();
        var id = await desk.ReadAsync(db => db.CaseReports.Select(c => c.CaseFileId).Distinct().SingleAsync());

        Expect.Problem("export.not-verified", await ExportAsync(desk, Role.Kp2miAnalyst, id, IndicatorFormat.Csv));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Problem("access.denied", await ExportAsync(desk, Role.Administrator, id, IndicatorFormat.Csv));
        Expect.Problem("case.unknown", await ExportAsync(desk, Role.Kp2miAnalyst, Guid.CreateVersion7(), IndicatorFormat.Csv));
        Assert.Contains("6281311906642", Encoding.UTF8.GetString(Expect.Value(await ExportAsync(desk, Role.KomdigiOfficer, id, IndicatorFormat.Csv, singles: true)).Content), StringComparison.Ordinal);

        foreach (var format in Enum.GetValues<IndicatorFormat>())
        {
            var text = Encoding.UTF8.GetString(Expect.Value(await ExportAsync(desk, Role.KomdigiOfficer, id, format)).Content);
            Assert.Contains("6286177401128", text, StringComparison.Ordinal);
            Assert.DoesNotContain("6281311906642", text, StringComparison.Ordinal);
            Assert.Contains("1234567890", text, StringComparison.Ordinal);
            Assert.DoesNotContain("8118080141", text, StringComparison.Ordinal);
            Assert.DoesNotContain("facebook.com", text, StringComparison.Ordinal);
        }

        Assert.Equal(4, await desk.ReadAsync(db => db.Events.CountAsync(e => e.SubjectId == id && e.Kind == "case.exported")));
    }

    private static Task<Result<ExportedFile>> ExportAsync(TestDesk desk, Role role, Guid id, IndicatorFormat format, bool singles = false) =>
        desk.RunAsync<ExportIndicators, Result<ExportedFile>>(export => export.RunAsync(
            new(TestDesk.As(role), id, format, singles), TestContext.Current.CancellationToken));
}
