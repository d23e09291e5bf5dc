using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Claims;

/// <summary>How claims are taken, read and ended.</summary>
internal static class CaseClaims
{
    extension(TerjagaDb db)
    {
        /// <summary>Who holds each of some cases now; cases that nobody holds are missing.</summary>
        public async Task<Dictionary<Guid, CaseHold>> HoldsOfAsync(IReadOnlyList<Guid> cases, DateTimeOffset now, CancellationToken cancellationToken) => cases.Count == 0 ? [] : await (
            from claim in db.CaseClaims.AsNoTracking()
            join officer in db.Officers.AsNoTracking() on claim.OfficerId equals officer.Id into officers
            from officer in officers.DefaultIfEmpty()
            where cases.Contains(claim.CaseFileId) && claim.HeldUntil > now
            select new { claim.CaseFileId, claim.OfficerId, Name = officer == null ? "" : officer.DisplayName, claim.HeldUntil })
            .ToDictionaryAsync(c => c.CaseFileId, c => new CaseHold(c.OfficerId, c.Name, c.HeldUntil), cancellationToken);

        /// <summary>Null where no one else holds the case now; else the refusal that names who does, and until when.</summary>
        public async Task<Problem?> RefuseHeldAsync(Guid caseFileId, Guid officerId, DateTimeOffset now, CancellationToken cancellationToken) =>
            (await db.HoldsOfAsync([caseFileId], now, cancellationToken)).GetValueOrDefault(caseFileId) is { } hold && hold.OfficerId != officerId
                ? new Problem("case.claimed", hold.Name, WibTime.Clock(hold.Until))
                : null;

        /// <summary>
        /// Before a step is stored: refuses it where another officer holds the case, else lets the next save end the
        /// claim, as the step is what it was for. Null where the step may go on.
        /// </summary>
        public async Task<Problem?> EndClaimAsync(Guid caseFileId, Acting by, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.RefuseHeldAsync(caseFileId, by.OfficerId, now, cancellationToken) is { } refusal)
                return refusal;
            if (await db.CaseClaims.SingleOrDefaultAsync(c => c.CaseFileId == caseFileId, cancellationToken) is { } claim)
                db.CaseClaims.Remove(claim);
            return null;
        }

        /// <summary>Takes the case for one lease, or renews it; false where somebody else holds it.</summary>
        /// <param name="isRenewed">False where an own claim counts as held too.</param>
        /// <remarks>One statement: of several officers at one moment the primary key lets one through.</remarks>
        public async Task<bool> TakeClaimAsync(Guid caseFileId, Guid officerId, bool isRenewed, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var isTaken = false;
            await db.TogetherAsync(
                async () => isTaken = await db.Database.ExecuteSqlRawAsync(
                    isRenewed ? TakeOrRenew : Take, [caseFileId, officerId, db.Stored(now), db.Stored(now + CaseClaim.Lease)], cancellationToken) > 0,
                cancellationToken);
            return isTaken;
        }
    }

    private const string Take = """
        INSERT INTO case_claims (case_file_id, officer_id, claimed_at, held_until) VALUES ({0}, {1}, {2}, {3})
        ON CONFLICT (case_file_id) DO UPDATE SET
            claimed_at = CASE WHEN case_claims.officer_id = excluded.officer_id THEN case_claims.claimed_at ELSE excluded.claimed_at END,
            officer_id = excluded.officer_id, held_until = excluded.held_until
        WHERE case_claims.held_until <= excluded.claimed_at
        """;

    private const string TakeOrRenew = Take + " OR case_claims.officer_id = excluded.officer_id";
}
