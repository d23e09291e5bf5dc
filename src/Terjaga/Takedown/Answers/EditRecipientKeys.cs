using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Takedown.Answers;

/// <summary>An administrator gives a recipient a key; whoever keeps recipients may revoke one.</summary>
/// <remarks>A key opens orders, as an address does to which they are sent: who allows the one allows the other.</remarks>
public sealed class EditRecipientKeys(TerjagaDb db, TimeProvider clock)
{
    /// <summary>Longest label, in characters; also the bound of the form field.</summary>
    public const int MaxLabelLength = RecipientKey.MaxLabelLength;

    /// <summary>Days for which a key is good where none are said: a year.</summary>
    public const int UsualDays = 365;

    /// <summary>Most days for which a key is good, for who holds it changes.</summary>
    public const int MostDays = 2 * UsualDays;

    /// <param name="ValidUntil">The last day; null for a year from now.</param>
    public sealed record Input(Acting By, Guid RecipientId, string? Label, DateOnly? ValidUntil);

    /// <param name="Key">Shown now and never again.</param>
    public sealed record Given(Guid Id, string Key, DateOnly ValidUntil);

    /// <param name="RevokedAt">Null while nobody took it back.</param>
    /// <param name="LastUsedOn">Null while nobody has used it.</param>
    public sealed record Row(Guid Id, string Label, Guid GivenBy, DateTimeOffset GivenAt, DateOnly ValidUntil, DateTimeOffset? RevokedAt, DateOnly? LastUsedOn);

    /// <summary>Fails with <c>access.denied</c>, <c>recipient.unknown</c>, <c>recipient-key.label-invalid</c> or <c>recipient-key.day-invalid</c>.</summary>
    public async Task<Result<Given>> GiveAsync(Input input, CancellationToken cancellationToken)
    {
        if (!input.By.Can(Duty.GiveRecipientKeys))
            return new Problem("access.denied");
        if (input.Label?.Trim() is not { Length: > 0 and <= MaxLabelLength } label || !PlainText.IsReadable(label))
            return new Problem("recipient-key.label-invalid", MaxLabelLength);
        var today = WibTime.Today(clock);
        var until = input.ValidUntil ?? today.AddDays(UsualDays);
        if (until < today || until > today.AddDays(MostDays))
            return new Problem("recipient-key.day-invalid", MostDays);
        if (!await db.Recipients.AnyAsync(r => r.Id == input.RecipientId, cancellationToken))
            return new Problem("recipient.unknown");

        var now = clock.GetUtcNow();
        var row = db.RecipientKeys.Add(RecipientKey.Give(input.RecipientId, label, until, input.By.OfficerId, now, out var key)).Entity;
        db.Events.Add(DeskEvent.Record(now, input.RecipientId, "recipient.key-given", input.By.Actor, label));
        await db.SaveChangesAsync(cancellationToken);
        return new Given(row.Id, key, until);
    }

    /// <summary>To be told the same again changes nothing. Fails with <c>access.denied</c> or <c>recipient-key.unknown</c>.</summary>
    public async Task<Result<Done>> RevokeAsync(Acting by, Guid recipientId, Guid keyId, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditRecipients) && !by.Can(Duty.GiveRecipientKeys))
            return new Problem("access.denied");
        if (await db.RecipientKeys.SingleOrDefaultAsync(k => k.Id == keyId && k.RecipientId == recipientId, cancellationToken) is not { } row)
            return new Problem("recipient-key.unknown");
        if (row.RevokedAt is not null)
            return Done.Yes;
        var now = clock.GetUtcNow();
        row.Revoke(by.OfficerId, now);
        db.Events.Add(DeskEvent.Record(now, recipientId, "recipient.key-revoked", by.Actor, row.Label));
        await db.SaveChangesAsync(cancellationToken);
        return Done.Yes;
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<Row>> ListAsync(Guid recipientId, CancellationToken cancellationToken) => await db.RecipientKeys.AsNoTracking()
        .Where(k => k.RecipientId == recipientId).OrderByDescending(k => k.Id)
        .Select(k => new Row(k.Id, k.Label, k.GivenBy, k.GivenAt, k.ValidUntil, k.RevokedAt, k.LastUsedOn)).ToListAsync(cancellationToken);
}
