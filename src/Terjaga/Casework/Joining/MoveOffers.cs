using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Joining;

/// <summary>An officer of KP2MI takes offers out of a case: into another one, or into a new one of their own.</summary>
public sealed class MoveOffers(TerjagaDb db, JoinSteps steps, TimeProvider clock)
{
    /// <summary>Most offers that are moved at once: one form.</summary>
    public const int MaxMoved = 500;

    /// <param name="Version">Of the case that they leave, as the officer saw it.</param>
    /// <param name="IntoId">Null for a new case.</param>
    public sealed record Input(Acting By, Guid CaseFileId, int Version, IReadOnlyList<Guid> OfferIds, Guid? IntoId, string? Reason);

    /// <param name="CaseFileId">The case that has them now.</param>
    public sealed record Moved(Guid CaseFileId);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.unknown</c>, <c>case.changed</c>, <c>join.same</c>, <c>join.nothing-chosen</c>,
    /// <c>join.too-many</c>, <c>join.nothing-left</c> (all of it: join the case instead), or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Moved>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.LinkOffers))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (input.OfferIds.Count is 0 or > MaxMoved)
            return input.OfferIds.Count == 0 ? new Problem("join.nothing-chosen") : new Problem("join.too-many", MaxMoved);
        if (input.IntoId == input.CaseFileId)
            return new Problem("join.same");
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken) is not { } from)
            return new Problem("case.unknown");
        var into = input.IntoId is { } id ? await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == id, cancellationToken) : null;
        if (input.IntoId is not null && into is null)
            return new Problem("case.unknown");
        if (from.Version != input.Version || from.MergedIntoId is not null || into?.MergedIntoId is not null)
            return new Problem("case.changed");

        var there = await db.OffersUnderAsync(from.Id, cancellationToken);
        if (input.OfferIds.Except(there).Any())
            return new Problem("case.changed");
        if (!await db.CaseReports.AnyAsync(r => r.CaseFileId == from.Id && !input.OfferIds.Contains(r.OfferId), cancellationToken))
            return new Problem("join.nothing-left");
        return await MoveAsync(from, into, input, reason, cancellationToken);
    }

    private async Task<Result<Moved>> MoveAsync(CaseFile from, CaseFile? into, Input input, string reason, CancellationToken cancellationToken)
    {
        var offers = await db.CaseFiles.Where(c => input.OfferIds.Contains(c.Id)).ToListAsync(cancellationToken);
        var kind = into is null ? CaseJoinKind.Split : CaseJoinKind.Move;
        if (into is null)
        {
            (into, var opened) = CaseFile.SplitOff(clock.GetUtcNow(), offers[0].Title, input.By.Actor, reason, await db.GroundsOfCaseAsync(from.Id, cancellationToken));
            db.CaseFiles.Add(into);
            db.Events.Add(opened);
        }

        try
        {
            await steps.MoveAsync(from, into, offers, kind, input.By.Actor, reason, cancellationToken);
            return new Moved(into.Id);
        }
        catch (DbUpdateException)
        {
            return new Problem("case.changed");
        }
    }
}
