using Microsoft.EntityFrameworkCore;
using Terjaga.Casework;
using Terjaga.Casework.Danger;
using Terjaga.Common.Work;

namespace Terjaga.Intake.Telling;

/// <summary>A case came to its end: each of its reporters whose address is theirs gets one message, written once and sent as work of its own.</summary>
internal sealed class TellReportersJob(TerjagaDb db, SendToReporter send, TimeProvider clock) : IWorkHandler
{
    /// <summary>Messages written in one piece of work: it must not outlast its lease.</summary>
    public const int AtOnce = 50;

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!send.IsOn || await db.CaseFiles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == item.SubjectId, cancellationToken) is not { } file || !TellingWork.IsEnd(file.State))
            return;
        if (file.ChangedAt + TellingWork.Rest is var due && due > now)
        {
            item.ComeBack(due);
            return;
        }

        var reports = await DueAsync(file.Id, cancellationToken);
        foreach (var id in reports)
        {
            if (await db.OutcomeOfReportAsync(id, cancellationToken) is not { } outcome || !SendToReporter.HasWordsFor(outcome.State))
                continue;
            db.ReporterMessages.Add(ReporterMessage.Write(id, outcome.State, now));
            db.Schedule(SendOutcomeJob.Kind, id, now);
        }

        if (reports.Count == AtOnce)
            item.ComeBack(now);
    }

    /// <summary>Nobody in danger is written to by a machine.</summary>
    private Task<List<Guid>> DueAsync(Guid caseFileId, CancellationToken cancellationToken)
    {
        var (messages, dangers) = (db.ReporterMessages, db.DangerFiles);
        return (
            from mail in db.ReporterMails.AsNoTracking()
            join report in db.CaseReports.AsNoTracking() on mail.ReportId equals report.ReportId
            where report.CaseFileId == caseFileId && mail.VerifiedAt != null && !report.IsDanger
                && !messages.Any(m => m.ReportId == mail.ReportId) && !dangers.Any(d => d.ReportId == mail.ReportId)
            orderby mail.ReportId
            select mail.ReportId).Take(AtOnce).ToListAsync(cancellationToken);
    }
}
