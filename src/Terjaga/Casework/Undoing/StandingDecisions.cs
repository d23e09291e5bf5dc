using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Notes;
using Terjaga.Casework.Warnings;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Undoing;

/// <summary>The one way in which a decision is taken back, alone or with those of other cases.</summary>
/// <remarks>
/// While a case has the version that the decision gave it, no colleague has acted on it: an order, a hand-over or a merge would
/// have made it another. What leaves the desk without a decision does not count there, and is asked for by itself.
/// </remarks>
internal static class StandingDecisions
{
    /// <summary>What leaves the desk, and nothing calls back.</summary>
    private static readonly string[] _left = [CaseEvents.AgencyTold, CaseEvents.Exported, CaseEvents.EvidenceExported, CaseEvents.EscalationExported];

    private static readonly string[] _orders = [CaseEvents.OrdersSigned, CaseEvents.Ordered];

    extension(TerjagaDb db)
    {
        /// <summary>Those of some decisions that nobody has taken back.</summary>
        public IQueryable<StandingDecision> StandingOf(IQueryable<CaseDecision> decisions)
        {
            var (notes, warnings, events) = (db.CaseNotes, db.PublicWarnings, db.Events);
            return
                from decision in decisions
                join file in db.CaseFiles on decision.CaseFileId equals file.Id
                where decision.UndoneAt == null
                select new StandingDecision(
                    decision,
                    file,
                    notes.Any(n => n.CaseFileId == file.Id && n.Level == NoteLevel.Reporter && n.At >= decision.At && n.WithdrawnAt == null && n.StruckAt == null),
                    warnings.Any(w => w.CaseFileId == file.Id && w.WithdrawnAt == null && w.PublishedAt >= decision.At),
                    events.Any(e => e.SubjectId == file.Id && _left.Contains(e.Kind) && e.Id.CompareTo(decision.EventId) > 0));
        }

        /// <summary>
        /// The decision that made a case what it is, tracked. Fails with what <see cref="StandingDecision.WhyNot"/> tells, or
        /// <c>undo.order-out</c>: orders are signed, and only an objection takes them back.
        /// </summary>
        public async Task<Result<StandingDecision>> LastDecisionAsync(CaseFile file, CancellationToken cancellationToken)
        {
            var last = db.CaseDecisions.Where(d => d.CaseFileId == file.Id && d.VersionAfter == file.Version);
            if (await db.StandingOf(last).SingleOrDefaultAsync(cancellationToken) is { } found)
                return found.WhyNot is { } problem ? problem : found;
            return await db.Events.AnyAsync(e => e.SubjectId == file.Id && _orders.Contains(e.Kind), cancellationToken)
                ? new Problem("undo.order-out")
                : new Problem("undo.nothing");
        }

        /// <summary>The case is as it was before the decision, and the one before it is the last again; the caller saves.</summary>
        /// <param name="standing">Tracked, and without a reason against it.</param>
        public async Task TakeBackAsync(StandingDecision standing, Acting by, string reason, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var (decision, file) = (standing.Decision, standing.File);
            var earlier = await db.CaseDecisions.SingleOrDefaultAsync(
                d => d.CaseFileId == file.Id && d.VersionAfter == decision.VersionBefore && d.UndoneAt == null, cancellationToken);
            decision.Undo(now);
            db.Events.Add(file.TakeBack(now, decision, by.Actor, reason, await db.GroundsOfCaseAsync(file.Id, cancellationToken)));
            if (file.State == decision.StateBefore)
                earlier?.StandAgain(file.Version);
        }
    }
}
