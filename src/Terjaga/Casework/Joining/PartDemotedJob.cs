using Microsoft.EntityFrameworkCore;
using Terjaga.Campaigns.Indicators;
using Terjaga.Common.Work;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework.Joining;

/// <summary>Takes back what the machine joined by a contact alone that turned out to link everything; a person may join it again.</summary>
internal sealed class PartDemotedJob(TerjagaDb db, JoinSteps steps) : IWorkHandler
{
    public const string Kind = "part-demoted";

    private static readonly Actor _by = Actor.Machine(Kind);

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var contact = await db.Contacts.AsNoTracking().Where(c => c.Id == item.SubjectId).Select(c => c.Key).SingleAsync(cancellationToken);
        var joins = await (
            from step in db.CaseJoins
            join link in db.CaseLinks on step.LinkId equals link.Id
            join sighting in db.ContactSightings on link.SecondReportId equals sighting.ReportId
            where sighting.Key == contact && link.Contacts == contact && link.Kind == LinkKind.Identifier
                && step.Kind == CaseJoinKind.Merge && step.UndoneAt == null && step.Reason == null
            orderby step.Id descending
            select step).ToListAsync(cancellationToken);
        foreach (var step in joins)
        {
            // A case that people have decided stays as they saw it.
            var root = await db.RootOfAsync(step.IntoId, cancellationToken);
            if (await db.CaseFiles.AnyAsync(c => c.Id == root && c.State == CaseState.New, cancellationToken))
                await steps.UndoAsync(step, _by, null, cancellationToken);
        }
    }
}
