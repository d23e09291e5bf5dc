using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Evidence.Custody;

namespace Terjaga.Intake;

/// <summary>Looks at what a report points to: keeps the page behind its link, and reads the words of its pictures.</summary>
internal sealed class CaptureReportJob(TerjagaDb db, CaptureItem capture, ReadPicture read, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "capture-report";

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var report = await db.Reports.AsNoTracking().SingleAsync(r => r.Id == item.SubjectId, cancellationToken);
        var hasLooked = report.Address is { } address && await capture.RunAsync(address, report.ReceivedAt, cancellationToken);
        var pictures = await db.ReportPictures.AsNoTracking()
            .Where(p => p.ReportId == report.Id).OrderBy(p => p.Id).Select(p => p.Sha256).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (hasLooked && pictures.Count > 0)
        {
            // A slow page and many pictures are too much for one lease; the page is stored before they are read.
            item.ComeBack(now);
            return;
        }

        foreach (var sha256 in pictures)
        {
            await read.RunAsync(sha256, cancellationToken);
            db.CustodyEntries.Add(CustodyEntry.Record(now, CustodyAct.Captured, report.Id, Actor.Reporter, sha256));
        }

        db.Events.Add(DeskEvent.Record(now, report.Id, ReportEvents.Captured, Actor.Machine(Kind)));
        db.Schedule(ScreenReportJob.Kind, report.Id, now);
    }
}
