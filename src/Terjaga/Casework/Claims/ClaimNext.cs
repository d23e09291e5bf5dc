using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Queues;

namespace Terjaga.Casework.Claims;

/// <summary>Gives an officer the most urgent case whose next step is theirs and that nobody holds.</summary>
public sealed class ClaimNext(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Cases tried at one look: as many as officers may ask at one moment.</summary>
    private const int AtOnce = 50;

    /// <summary>Looks before we say that there is none: each was lost to colleagues as a whole.</summary>
    private const int MaxLooks = 5;

    /// <summary>The case, held from now on. Fails with <c>access.denied</c> or <c>case.nothing-next</c>.</summary>
    public async Task<Result<Guid>> RunAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.ClaimCases))
            return new Problem("access.denied");
        if (CaseTurns.Of(by) is not { } step)
            return new Problem("case.nothing-next");
        for (var look = 0; look < MaxLooks; look++)
        {
            var candidates = await CandidatesAsync(step, cancellationToken);
            if (candidates.Count == 0)
                break;
            foreach (var id in candidates)
            {
                if (await TryAsync(id, by, step, cancellationToken))
                    return id;
            }
        }

        return new Problem("case.nothing-next");
    }

    /// <remarks>State by state, as the index has them.</remarks>
    private async Task<List<Guid>> CandidatesAsync(TurnOfOfficer step, CancellationToken cancellationToken)
    {
        List<QueuePlace> all = [];
        foreach (var state in step.States)
            all.AddRange(await CandidatesAsync(state, step.IsDrafted, cancellationToken));
        return [.. all.OrderBy(place => place.Turn).ThenBy(place => place.Id).Take(AtOnce).Select(place => place.Id)];
    }

    private Task<List<QueuePlace>> CandidatesAsync(CaseState state, bool isDrafted, CancellationToken cancellationToken)
    {
        var (now, claims) = (clock.GetUtcNow(), db.CaseClaims);
        var waiting = isDrafted
            ? db.ShownCases.Where(c => c.IsDrafted && c.State == state)
            : db.ShownCases.Where(c => c.State == state && !c.IsDrafted);
        return waiting.Where(c => !claims.Any(m => m.CaseFileId == c.Id && m.HeldUntil > now))
            .OrderBy(c => c.Turn).ThenBy(c => c.Id).Take(AtOnce).Select(c => new QueuePlace(c.Turn, c.Id)).ToListAsync(cancellationToken);
    }

    /// <remarks>A colleague may have decided it between our look and our claim: then it is let go again.</remarks>
    private async Task<bool> TryAsync(Guid id, Acting by, TurnOfOfficer step, CancellationToken cancellationToken)
    {
        if (!await db.TakeClaimAsync(id, by.OfficerId, isRenewed: false, clock.GetUtcNow(), cancellationToken))
            return false;
        if (await db.ShownCases.AnyAsync(c => c.Id == id && step.States.Contains(c.State) && c.IsDrafted == step.IsDrafted, cancellationToken))
            return true;
        await db.TogetherAsync(
            () => db.CaseClaims.Where(c => c.CaseFileId == id && c.OfficerId == by.OfficerId).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        return false;
    }
}
