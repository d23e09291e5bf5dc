using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Joining;

/// <summary>An officer of KP2MI says that two reports do not belong together; the machine does not join their cases again.</summary>
public sealed class RefuseLink(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid LinkId, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>link.unknown</c>, <c>link.decided</c>, or what <see cref="Decision.ParseReason"/> tells.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.LinkOffers))
            return new Problem("access.denied");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.CaseLinks.SingleOrDefaultAsync(l => l.Id == input.LinkId, cancellationToken) is not { } link)
            return new Problem("link.unknown");
        if (link.State != CaseLinkState.Proposed)
            return new Problem("link.decided");

        var now = clock.GetUtcNow();
        link.Become(CaseLinkState.Refused);
        foreach (var id in new[] { link.FirstCaseId, link.SecondCaseId }.Distinct())
            db.Events.Add(DeskEvent.Record(now, id, CaseEvents.LinkRefused, input.By.Actor, reason, await db.GroundsOfCaseAsync(id, cancellationToken)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("link.decided");
        }
    }
}
