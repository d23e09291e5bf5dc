using Microsoft.EntityFrameworkCore;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Notes;

namespace Terjaga.Casework.Joining;

/// <summary>Which case holds the reports of an offer: the case where the offer sits, or the one that this became part of.</summary>
/// <remarks>
/// An offer is the case that was opened for it. It sits in itself until it is moved; a case that was merged leads to another.
/// Both are kept, and the case of a report and of a link follows from them, so that taking back any one step restores exactly
/// what the others make of it.
/// </remarks>
internal static class CaseTree
{
    extension(TerjagaDb db)
    {
        /// <summary>The case that holds an offer's reports now.</summary>
        public async Task<Guid> RootOfOfferAsync(Guid offerId, CancellationToken cancellationToken) => await db.RootOfAsync(
            await db.CaseFiles.Where(c => c.Id == offerId).Select(c => c.SeatId).SingleAsync(cancellationToken), cancellationToken);

        /// <summary>The case that a case became part of, however indirectly; itself where it stands alone.</summary>
        public async Task<Guid> RootOfAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            while (await db.CaseFiles.Where(c => c.Id == caseFileId).Select(c => c.MergedIntoId).SingleAsync(cancellationToken) is { } parent)
                caseFileId = parent;
            return caseFileId;
        }

        /// <summary>All that belonged to one case belongs to another: costs what the first one has, however large the other.</summary>
        public async Task AbsorbAsync(Guid from, Guid into, CancellationToken cancellationToken)
        {
            await db.CaseReports.Where(r => r.CaseFileId == from).ExecuteUpdateAsync(set => set.SetProperty(r => r.CaseFileId, into), cancellationToken);
            await db.CaseLinks.Where(l => l.FirstCaseId == from).ExecuteUpdateAsync(set => set.SetProperty(l => l.FirstCaseId, into), cancellationToken);
            await db.CaseLinks.Where(l => l.SecondCaseId == from).ExecuteUpdateAsync(set => set.SetProperty(l => l.SecondCaseId, into), cancellationToken);
            await db.CaseNotes.Where(n => n.CaseFileId == from).ExecuteUpdateAsync(set => set.SetProperty(n => n.CaseFileId, into), cancellationToken);
            await db.Appeals.Where(a => a.CaseFileId == from).ExecuteUpdateAsync(set => set.SetProperty(a => a.CaseFileId, into), cancellationToken);
        }

        /// <summary>What was written about a case, and about what became part of it, is its own again.</summary>
        public async Task TakeBackAsync(Guid caseFileId, CancellationToken cancellationToken)
        {
            foreach (var some in (await db.PartsOfAsync(caseFileId, cancellationToken)).Chunk(MaxAtOnce))
            {
                await db.CaseNotes.Where(n => some.Contains(n.OriginId)).ExecuteUpdateAsync(set => set.SetProperty(n => n.CaseFileId, caseFileId), cancellationToken);
                await db.Appeals.Where(a => some.Contains(a.OriginId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.CaseFileId, caseFileId), cancellationToken);
            }
        }

        /// <summary>A case and all that became part of it, however indirectly.</summary>
        public Task<List<Guid>> PartsOfAsync(Guid caseFileId, CancellationToken cancellationToken) => db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE part(id) AS (
                SELECT id FROM case_files WHERE id = {caseFileId}
                UNION ALL SELECT f.id FROM part CROSS JOIN case_files f WHERE f.merged_into_id = part.id)
            SELECT id AS value FROM part
            """).ToListAsync(cancellationToken);

        /// <summary>The offers that sit in a case, or in what became part of it.</summary>
        public Task<List<Guid>> OffersUnderAsync(Guid caseFileId, CancellationToken cancellationToken) => db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE part(id) AS (
                SELECT id FROM case_files WHERE id = {caseFileId}
                UNION ALL SELECT f.id FROM part CROSS JOIN case_files f WHERE f.merged_into_id = part.id)
            SELECT o.id AS value FROM part CROSS JOIN case_files o WHERE o.seat_id = part.id
            """).ToListAsync(cancellationToken);

        /// <summary>The steps to and from a case and what became part of it, the newest first.</summary>
        public Task<List<Guid>> StepsUnderAsync(Guid caseFileId, CancellationToken cancellationToken) => db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE part(id) AS (
                SELECT id FROM case_files WHERE id = {caseFileId}
                UNION ALL SELECT f.id FROM part CROSS JOIN case_files f WHERE f.merged_into_id = part.id)
            SELECT j.id AS value FROM part CROSS JOIN case_joins j WHERE j.into_id = part.id
            UNION SELECT j.id FROM part CROSS JOIN case_joins j WHERE j.from_id = part.id
            ORDER BY value DESC
            """).ToListAsync(cancellationToken);

        /// <summary>The reports of offers, and their links, belong to a case from now on.</summary>
        public async Task FollowAsync(IReadOnlyCollection<Guid> offers, Guid root, CancellationToken cancellationToken)
        {
            foreach (var some in offers.Chunk(MaxAtOnce))
            {
                await db.CaseReports.Where(r => some.Contains(r.OfferId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.CaseFileId, root), cancellationToken);
                var reports = db.CaseReports.Where(r => some.Contains(r.OfferId)).Select(r => r.ReportId);
                await db.CaseLinks.Where(l => reports.Contains(l.FirstReportId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.FirstCaseId, root), cancellationToken);
                await db.CaseLinks.Where(l => reports.Contains(l.SecondReportId)).ExecuteUpdateAsync(set => set.SetProperty(l => l.SecondCaseId, root), cancellationToken);
            }
        }

        /// <summary>What the most urgent report of a case weighs; 0 where it has none.</summary>
        public async Task<int> RankOfAsync(Guid caseFileId, CancellationToken cancellationToken) =>
            await db.CaseReports.Where(r => r.CaseFileId == caseFileId).MaxAsync(r => (int?)r.Rank, cancellationToken) ?? 0;
    }

    /// <summary>Offers that one statement names.</summary>
    private const int MaxAtOnce = 500;
}
