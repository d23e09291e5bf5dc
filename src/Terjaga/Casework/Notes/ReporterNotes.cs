using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Joining;

namespace Terjaga.Casework.Notes;

/// <summary>What the desk says to one reporter, behind the receipt.</summary>
/// <param name="Ministry">Code of the ministry that says it; never an officer.</param>
internal sealed record ReporterNote(DateTimeOffset At, string Ministry, string Text);

internal static class ReporterNotes
{
    extension(TerjagaDb db)
    {
        /// <summary>
        /// Notes to reporters that were written about the case while this report was in it, the newest first. What was said to the
        /// reporters of one case before another joined it is no business of the other's reporters.
        /// </summary>
        public async Task<IReadOnlyList<ReporterNote>> NotesOfReportAsync(Guid reportId, CancellationToken cancellationToken)
        {
            if (await db.CaseReports.AsNoTracking().SingleOrDefaultAsync(r => r.ReportId == reportId, cancellationToken) is not { } report)
                return [];
            var root = report.CaseFileId;
            var notes = await db.CaseNotes.AsNoTracking()
                .Where(n => n.CaseFileId == root && n.Level == NoteLevel.Reporter && n.WithdrawnAt == null && n.StruckAt == null)
                .OrderByDescending(n => n.Id).Take(ReadNotes.MaxShown).ToListAsync(cancellationToken);
            if (notes.Count == 0)
                return [];

            var since = await db.StaysOfAsync(report, cancellationToken);
            return [.. notes.Where(n => since.TryGetValue(n.OriginId, out var came) && n.At >= came).Select(n => new ReporterNote(n.At, n.Ministry, n.Text))];
        }

        /// <summary>The cases in which a report is, each with the time since when: where its offer sits, and what that became part of.</summary>
        private async Task<Dictionary<Guid, DateTimeOffset>> StaysOfAsync(CaseReport report, CancellationToken cancellationToken)
        {
            var at = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == report.OfferId, cancellationToken);
            var since = report.FiledAt;
            if (at.SeatId != at.Id)
            {
                var moved = await (
                    from offer in db.MovedOffers.AsNoTracking()
                    join step in db.CaseJoins.AsNoTracking() on offer.JoinId equals step.Id
                    where offer.OfferId == report.OfferId && step.UndoneAt == null
                    select (DateTimeOffset?)step.At).ToListAsync(cancellationToken);
                since = moved.Append(since).Max() ?? since;
                at = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == at.SeatId, cancellationToken);
            }

            var stays = new Dictionary<Guid, DateTimeOffset> { [at.Id] = since };
            while (at.MergedIntoId is { } into)
            {
                var (part, before) = (at.Id, since);
                var joined = await db.CaseJoins.AsNoTracking()
                    .Where(j => j.FromId == part && j.IntoId == into && j.Kind == CaseJoinKind.Merge && j.UndoneAt == null)
                    .OrderByDescending(j => j.Id).Select(j => (DateTimeOffset?)j.At).FirstOrDefaultAsync(cancellationToken);
                since = joined > before ? joined.Value : before;
                at = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == into, cancellationToken);
                stays[at.Id] = since;
            }

            return stays;
        }
    }
}
