using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;
using Terjaga.Evidence;
using Terjaga.Takedown.Notices;

namespace Terjaga.Takedown;

/// <summary>An officer of Komdigi reviews what the law says of a case, and writes its orders to one recipient: one for each item there.</summary>
/// <remarks>Whoever drafts takes the case up: of what was only handed over, that is an event of its own.</remarks>
public sealed class DraftOrders(TerjagaDb db, ContentClasses classes, TimeProvider clock)
{
    /// <param name="Version">The case as the officer saw it.</param>
    public sealed record Input(Acting By, Guid CaseFileId, int Version, Guid RecipientId, Guid LegalBasisId, string? Reason, LegalReview? Review = null);

    /// <param name="Count">How many orders were drafted.</param>
    public sealed record Drafted(int Count);

    /// <summary>
    /// Drafts an order for every item of the case that is at the recipient and has none yet. Fails with
    /// <c>access.denied</c>, <c>case.unknown</c>, <c>case.changed</c>, <c>danger.hold</c>, <c>case.step-not-open</c>, <c>case.claimed</c>,
    /// <c>order.class-invalid</c>, <c>order.urgency-invalid</c>, <c>order.urgency-required</c>, <c>recipient.unknown</c>, <c>legal-basis.unknown</c>, <c>order.nothing-to-order</c>, or what
    /// <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Drafted>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.DraftOrder))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.CaseFiles.SingleOrDefaultAsync(c => c.Id == input.CaseFileId, cancellationToken) is not { } file)
            return new Problem("case.unknown");
        if (file.Version != input.Version)
            return new Problem("case.changed");
        if (await db.HoldOnOrdersAsync(file.Id, cancellationToken) is { } hold)
            return hold;
        if (!CaseFlow.Allows(file.State, CaseEvents.OrdersDrafted))
            return new Problem("case.step-not-open");
        var recipients = await new ListRecipients(db).RunAsync(cancellationToken);
        if (recipients.All(r => r.Id != input.RecipientId))
            return new Problem("recipient.unknown");
        if ((await new ListLegalBases(db, clock).RunAsync(cancellationToken)).SingleOrDefault(l => l.Id == input.LegalBasisId) is not { } basis)
            return new Problem("legal-basis.unknown");
        var (now, review) = (clock.GetUtcNow(), input.Review ?? new LegalReview(null, null));
        if (classes.Refuse(basis.Code, review, DateOnly.FromDateTime(now.UtcDateTime)) is { } refusal)
            return refusal;

        var places = await OpenPlaces.OfAsync(db, file.Id, input.RecipientId, recipients, cancellationToken);
        if (places.Own.Count == 0)
            return new Problem("order.nothing-to-order");
        if (await db.EndClaimAsync(file.Id, input.By, now, cancellationToken) is { } held)
            return held;

        var grounds = new Grounds(input.LegalBasisId, await db.RulesOfCaseAsync(file.Id, cancellationToken));
        Happen(file, places, input with { Reason = reason }, grounds, now);
        return await SaveAsync(file.Id, places, input with { Review = review, Reason = reason }, grounds, now, cancellationToken);
    }

    private void Happen(CaseFile file, OpenPlaces places, Input input, Grounds grounds, DateTimeOffset now)
    {
        var before = CaseDecision.Before.Of(file);
        string[] taken = file.State == CaseState.HandedOver ? [CaseEvents.Accepted] : [];
        var drafted = places.IsOthersOpen ? CaseEvents.OrdersPartlyDrafted : CaseEvents.OrdersDrafted;
        var happened = file.HappenAtOnce(now, [.. taken, CaseEvents.Reviewed, drafted], input.By.Actor, input.Reason, grounds);
        db.Events.AddRange(happened);
        db.CaseDecisions.Add(CaseDecision.Of(happened[^1], file, before, Duty.DraftOrder));
    }

    /// <remarks>The case first: who was slower sees it before the many rows are written.</remarks>
    private async Task StoreAsync(Guid caseFileId, OpenPlaces places, Input input, Grounds grounds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var review = input.Review ?? new LegalReview(null, null);
        List<Order> orders = [.. places.Own.Select(item => Order.Draft(caseFileId, item, input.RecipientId, input.LegalBasisId, review, input.By.OfficerId, now, places.IsTest))];
        var events = orders.ConvertAll(order => order.Happen(now, OrderEvents.Drafted, input.By.Actor, input.Reason, grounds));
        await db.InsertAllAsync(orders, cancellationToken);
        await db.InsertAllAsync(events, cancellationToken);
        await db.InsertAllAsync(places.Own.Select(item => WorkItem.Schedule(CaptureAgainJob.Kind, item, now, now)), cancellationToken);
    }

    private async Task<Result<Drafted>> SaveAsync(
        Guid caseFileId, OpenPlaces places, Input input, Grounds grounds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await db.TogetherAsync(() => StoreAsync(caseFileId, places, input, grounds, now, cancellationToken), cancellationToken);
            return new Drafted(places.Own.Count);
        }
        catch (DbUpdateException)
        {
            // A version that moved on, or the index that orders an item once: in both cases a colleague was faster.
            return new Problem("case.changed");
        }
    }
}
