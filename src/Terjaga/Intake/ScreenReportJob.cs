using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Intake.Telling;
using Terjaga.Screening;

namespace Terjaga.Intake;

/// <summary>Screens all words that a report brought and files it: with the case of the same link or text, or as a new one.</summary>
internal sealed class ScreenReportJob(TerjagaDb db, ScreenText screen, FileReport file, FindReporter reporter, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "screen-report";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await db.IsScreenedAsync(item.SubjectId, cancellationToken))
            return;

        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Id == item.SubjectId, cancellationToken);
        var seen = report.Address is { } address ? await db.LatestCaptureAsync(address, cancellationToken) : null;
        var pictures = await db.ReportPictures.AsNoTracking().Where(p => p.ReportId == report.Id)
            .OrderBy(p => p.Id).Select(p => p.Sha256).ToListAsync(cancellationToken);
        var words = string.Join("\n\n", new[] { report.Text, seen?.Text }
            .Concat(await db.PictureWordsAsync(pictures, cancellationToken))
            .Where(text => !string.IsNullOrWhiteSpace(text)));

        var now = clock.GetUtcNow();
        var screening = await screen.RunAsync(report.Id, words, now, cancellationToken);
        db.Events.Add(DeskEvent.Record(now, report.Id, ReportEvents.Screened, Actor.Machine(Kind)));
        await file.RunAsync(
            new FileReport.Input(
                report.Id, report.Channel, report.Address, seen?.ItemId, [report.Text, seen?.Text], words,
                await db.PictureLooksAsync(pictures, cancellationToken), screening, report.ReceivedAt),
            cancellationToken);
        await reporter.NameAsync(report, now, cancellationToken);
    }
}
