using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;

namespace Terjaga.Casework.Claims;

/// <summary>An officer takes a case in hand, goes on holding it, or lets it go.</summary>
public sealed class ClaimCase(TerjagaDb db, TimeProvider clock)
{
    /// <summary>A hold that was renewed that recently need not be written again: reading a page costs no write then.</summary>
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Holds the case for a quarter of an hour from now on. Fails with <c>access.denied</c>, <c>case.unknown</c>, or
    /// <c>case.claimed</c> (who holds it, and until when).
    /// </summary>
    public async Task<Result<CaseHold>> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ClaimCases))
            return new Problem("access.denied");
        if (!await db.CaseFiles.AnyAsync(c => c.Id == caseFileId && c.MergedIntoId == null, cancellationToken))
            return new Problem("case.unknown");
        var now = clock.GetUtcNow();
        if (await db.TakeClaimAsync(caseFileId, by.OfficerId, isRenewed: true, now, cancellationToken))
            return new CaseHold(by.OfficerId, by.DisplayName, now + CaseClaim.Lease);
        return await db.RefuseHeldAsync(caseFileId, by.OfficerId, now, cancellationToken) ?? new Problem("case.changed");
    }

    /// <summary>Lets the case go; nothing happens where the officer does not hold it. Fails with <c>access.denied</c>.</summary>
    public async Task<Result<Done>> ReleaseAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ClaimCases))
            return new Problem("access.denied");
        await db.TogetherAsync(
            () => db.CaseClaims.Where(c => c.CaseFileId == caseFileId && c.OfficerId == by.OfficerId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        return Done.Yes;
    }

    /// <summary>Who holds the case; where it is the officer who asks, the hold is renewed. Null while nobody does.</summary>
    public async Task<CaseHold?> LookAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var hold = (await db.HoldsOfAsync([caseFileId], now, cancellationToken)).GetValueOrDefault(caseFileId);
        if (hold is null || hold.OfficerId != by.OfficerId || hold.Until > now + CaseClaim.Lease - _fresh)
            return hold;
        return await db.TakeClaimAsync(caseFileId, by.OfficerId, isRenewed: true, now, cancellationToken) ? hold with { Until = now + CaseClaim.Lease } : hold;
    }
}
