using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Danger;
using Terjaga.Common.Events;
using Terjaga.Common.Work;
using Terjaga.Evidence;

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

        var places = await PlacesAsync(file.Id, input.RecipientId, recipients, cancellationToken);
        if (places.Items.Count == 0)
            return new Problem("order.nothing-to-order");
        if (await db.EndClaimAsync(file.Id, input.By, now, cancellationToken) is { } held)
            return held;

        await AddAsync(file, places, input with { Review = review, Reason = reason }, now, cancellationToken);
        return await SaveAsync(new Drafted(places.Items.Count), cancellationToken);
    }

    /// <param name="Items">What is at the recipient and has no order.</param>
    /// <param name="IsLast">No other recipient that the desk knows needs an order after this one.</param>
    /// <param name="IsTest">Whether the places and the recipient are invented; the two are always the same.</param>
    private sealed record Places(List<Guid> Items, bool IsLast, bool IsTest);

    private async Task AddAsync(CaseFile file, Places places, Input input, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (by, review) = (input.By, input.Review ?? new LegalReview(null, null));
        var grounds = new Grounds(input.LegalBasisId, await db.RulesOfCaseAsync(file.Id, cancellationToken));
        foreach (var item in places.Items)
        {
            var order = Order.Draft(file.Id, item, input.RecipientId, input.LegalBasisId, review, by.OfficerId, now, places.IsTest);
            db.Orders.Add(order);
            db.Schedule(CaptureAgainJob.Kind, item, now);
            db.Events.Add(order.Happen(now, OrderEvents.Drafted, by.Actor, input.Reason, grounds));
        }

        var before = CaseDecision.Before.Of(file);
        string[] taken = file.State == CaseState.HandedOver ? [CaseEvents.Accepted] : [];
        var drafted = places.IsLast ? CaseEvents.OrdersDrafted : CaseEvents.OrdersPartlyDrafted;
        var happened = file.HappenAtOnce(now, [.. taken, CaseEvents.Reviewed, drafted], by.Actor, input.Reason, grounds);
        db.Events.AddRange(happened);
        db.CaseDecisions.Add(CaseDecision.Of(happened[^1], file, before, Duty.DraftOrder));
    }

    private async Task<Places> PlacesAsync(Guid caseFileId, Guid recipientId, IReadOnlyList<ListRecipients.Row> recipients, CancellationToken cancellationToken)
    {
        var open = await db.OpenPlacesAsync(caseFileId, recipients, cancellationToken);
        var own = open.FindAll(place => place.Recipients.Contains(recipientId));
        return new Places(own.ConvertAll(place => place.Id), open.Except(own).All(place => place.Recipients.Count == 0), recipients.Any(r => r.Id == recipientId && r.IsTest));
    }

    private async Task<Result<Drafted>> SaveAsync(Drafted drafted, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return drafted;
        }
        catch (DbUpdateException)
        {
            // A version that moved on, or the index that orders an item once: in both cases a colleague was faster.
            return new Problem("case.changed");
        }
    }
}
