using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Privacy.Opening;

/// <summary>A second, different person agrees that a sealed contact is opened, or refuses.</summary>
public sealed class DecideOpening(TerjagaDb db, TimeProvider clock)
{
    public sealed record Input(Acting By, Guid OpeningId, bool IsAgreed, string? Reason);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>opening.unknown</c>, <c>second-person.required</c> (whoever asked cannot agree, in
    /// whatever role), <c>opening.changed</c> (decided already), <c>opening.over</c> (it waited too long), or what is said of a reason.
    /// </summary>
    public async Task<Result<Done>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.DecideOpening))
            return new Problem("access.denied");
        if (!OpeningReason.Parse(input.Reason).TryGet(out var reason, out var problem))
            return problem;
        if (await db.SealedOpenings.SingleOrDefaultAsync(o => o.Id == input.OpeningId, cancellationToken) is not { } opening)
            return new Problem("opening.unknown");
        if (opening.AskedBy == input.By.OfficerId)
            return new Problem("second-person.required");
        if (opening.State != OpeningState.Asked)
            return new Problem("opening.changed");
        var now = clock.GetUtcNow();
        if (opening.EndsAt <= now)
            return new Problem("opening.over");

        db.Events.Add(opening.Decide(input.By.OfficerId, input.IsAgreed, reason, now));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Done.Yes;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("opening.changed");
        }
    }
}
