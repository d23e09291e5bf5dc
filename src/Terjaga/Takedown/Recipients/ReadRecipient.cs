using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Recipients;

/// <summary>One recipient with all its contacts and what happened to it; no secrets.</summary>
public sealed class ReadRecipient(TerjagaDb db)
{
    /// <summary>Most events that are shown; the newest.</summary>
    public const int MaxEvents = 200;

    /// <param name="ClockHours">Time in which it promises to answer, in hours; null where it promises none.</param>
    public sealed record ContactRow(
        Guid Id, RecipientChannel Channel, string Address, string? Language, string? Hours, int? ClockHours, string? PublicKey,
        string Source, DateOnly? SeenOn, DateOnly? ValidUntil);

    public sealed record EventRow(DateTimeOffset At, string Kind, string Actor, string? Reason);

    /// <param name="Contacts">In the order in which they are asked.</param>
    public sealed record View(ListRecipients.Row Recipient, IReadOnlyList<ContactRow> Contacts, IReadOnlyList<EventRow> Events);

    /// <summary>Fails with <c>recipient.unknown</c>.</summary>
    public async Task<Result<View>> RunAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Recipients.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } recipient)
            return new Problem("recipient.unknown");
        var contacts = await db.RecipientContacts.AsNoTracking().Where(c => c.RecipientId == id).OrderBy(c => c.Rank).ThenBy(c => c.Id)
            .Select(c => new ContactRow(c.Id, c.Channel, c.Address, c.Language, c.Hours, c.ClockHours, c.PublicKey, c.Source, c.SeenOn, c.ValidUntil))
            .ToListAsync(cancellationToken);
        var events = await db.Events.AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.Id).Take(MaxEvents).ToListAsync(cancellationToken);
        return new View(ListRecipients.RowOf(recipient), contacts, events.ConvertAll(e => new EventRow(e.At, e.Kind, e.Actor.Value, e.Reason)));
    }
}
