using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Privacy.Opening;

/// <summary>Whoever asked reads the contact that a second person agreed to open; each look is an event.</summary>
public sealed class LookSealed(TerjagaDb db, DeskKey desk, TimeProvider clock)
{
    /// <param name="Until">When it is closed again.</param>
    public sealed record Contact(Guid ReportId, string Value, DateTimeOffset Until);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>opening.unknown</c> (also for everybody who did not ask), <c>opening.not-agreed</c>,
    /// <c>opening.over</c> or <c>contact.unknown</c> (erased meanwhile).
    /// </summary>
    public async Task<Result<Contact>> RunAsync(Acting by, Guid openingId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.AskOpening))
            return new Problem("access.denied");
        var now = clock.GetUtcNow();
        var opening = await db.SealedOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.Id == openingId && o.AskedBy == by.OfficerId, cancellationToken);
        if (opening is null)
            return new Problem("opening.unknown");
        if (!opening.CanBeReadBy(by.OfficerId, now))
            return opening.State == OpeningState.Agreed ? new Problem("opening.over") : new Problem("opening.not-agreed");
        if (await db.SealedContacts.AsNoTracking().SingleOrDefaultAsync(c => c.ReportId == opening.ReportId, cancellationToken) is not { } contact)
            return new Problem("contact.unknown");

        // The event is stored before anything is shown: nobody reads unseen.
        db.Events.Add(DeskEvent.Record(now, opening.ReportId, "contact.looked-at", by.Actor));
        await db.SaveChangesAsync(cancellationToken);
        return new Contact(opening.ReportId, contact.Open(desk), opening.EndsAt);
    }
}
