using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;
using Terjaga.Common.Storage;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Notices;

/// <summary>Makes letters of the drafted orders of a case and signs all of them: a few statements for each letter, however many orders it has.</summary>
internal sealed class DispatchDrafts(TerjagaDb db)
{
    /// <summary>A drafted order: what is needed to sign it.</summary>
    internal sealed record Draft(Guid Id, DraftGroup Group);

    /// <summary>By whom, when, why, and on which rules of the score.</summary>
    internal sealed record Signature(Guid CaseFileId, Actor By, string Reason, string? Rules, DateTimeOffset At);

    public Task<List<Draft>> OfCaseAsync(Guid caseFileId, CancellationToken cancellationToken) => db.Orders.AsNoTracking()
        .Where(o => o.CaseFileId == caseFileId && o.State == OrderState.Drafted).OrderBy(o => o.Id)
        .Select(o => new Draft(o.Id, new DraftGroup(o.RecipientId, o.LegalBasisId, o.ContentClass, o.UrgencyGround, o.DraftedBy, o.DraftedAt)))
        .ToListAsync(cancellationToken);

    /// <summary>
    /// Called inside <see cref="TerjagaDb.TogetherAsync"/>. Throws <see cref="DbUpdateConcurrencyException"/> where a draft is one no longer.
    /// </summary>
    public async Task StoreAsync(IReadOnlyList<Draft> drafts, Signature signature, CancellationToken cancellationToken)
    {
        var letters = drafts.GroupBy(d => d.Group).SelectMany(same => same.Chunk(Dispatch.MaxOrders)).ToList();
        var number = await db.TakeLettersAsync(signature.At, letters.Count, cancellationToken);
        var reasons = new Dictionary<DraftGroup, string>();
        foreach (var letter in letters)
        {
            var group = letter[0].Group;
            if (!reasons.TryGetValue(group, out var reason))
                reasons.Add(group, reason = await ReasonAsync(letter[0].Id, cancellationToken));
            var dispatch = Dispatch.Sign(group, signature.CaseFileId, reason, number++, signature.At);
            db.Dispatches.Add(dispatch);
            db.Schedule(SendNoticeJob.Kind, dispatch.Id, signature.At);
            await SignAsync(letter, dispatch.Id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAllAsync(
            drafts.Select(d => DeskEvent.Record(signature.At, d.Id, OrderEvents.Signed, signature.By, signature.Reason, new Grounds(d.Group.LegalBasisId, signature.Rules))),
            cancellationToken);
    }

    private async Task SignAsync(Draft[] letter, Guid dispatchId, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. letter.Select(d => d.Id)];
        var signed = OrderEvents.Next(OrderState.Drafted, OrderEvents.Signed);
        var count = await db.Orders.Where(o => ids.Contains(o.Id) && o.State == OrderState.Drafted).ExecuteUpdateAsync(
            set => set.SetProperty(o => o.State, signed).SetProperty(o => o.Version, o => o.Version + 1).SetProperty(o => o.DispatchId, dispatchId),
            cancellationToken);
        if (count != ids.Length)
            throw new DbUpdateConcurrencyException("A draft was withdrawn while it was signed.");
    }

    /// <summary>The words of the draft, which are the same for all of its group.</summary>
    private async Task<string> ReasonAsync(Guid orderId, CancellationToken cancellationToken) => await db.Events.AsNoTracking()
        .Where(e => e.SubjectId == orderId && e.Kind == OrderEvents.Drafted).OrderBy(e => e.Id).Select(e => e.Reason).FirstOrDefaultAsync(cancellationToken) ?? "";
}
