using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts.Factors;

/// <summary>An officer adds a passkey to their account, or takes one away. Either ends their other sessions.</summary>
public sealed class EditPasskeys(TerjagaDb db, AccountsOptions options, TimeProvider clock)
{
    /// <summary>Longest name, in characters; also the bound of the form field.</summary>
    public const int MaxNameLength = Passkey.MaxNameLength;

    /// <summary>Passkeys of one account: more are a mistake.</summary>
    private const int MaxCount = 10;

    /// <param name="UsedAt">Null if it never opened a session.</param>
    public sealed record Row(Guid Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? UsedAt);

    public async Task<IReadOnlyList<Row>> ListAsync(Acting of, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().Where(p => p.OfficerId == of.OfficerId).OrderBy(p => p.Id)
            .Select(p => new Row(p.Id, p.Name, p.AddedAt, p.UsedAt)).ToListAsync(cancellationToken);

    /// <summary>
    /// Stores what the device made; gives codes for emergencies with the first factor. Fails with
    /// <c>passkey.name-invalid</c>, <c>passkey.too-many</c> or <c>passkey.refused</c>.
    /// </summary>
    public async Task<Result<NewFactor>> AddAsync(
        Acting by, Guid sessionId, UserPasskeyInfo made, string? name, CancellationToken cancellationToken)
    {
        if (name?.Trim() is not { Length: > 0 and <= MaxNameLength } known || !PlainText.IsReadable(known) || known.Any(char.IsControl))
            return new Problem("passkey.name-invalid", MaxNameLength);
        if (await db.Passkeys.CountAsync(p => p.OfficerId == by.OfficerId, cancellationToken) >= MaxCount)
            return new Problem("passkey.too-many", MaxCount);
        var officer = await db.Officers.SingleAsync(o => o.Id == by.OfficerId, cancellationToken);
        var now = clock.GetUtcNow();
        var codes = await db.HasFactorAsync(officer, cancellationToken) ? [] : await db.NewRecoveryCodesAsync(by.OfficerId, now, cancellationToken);
        db.Passkeys.Add(Passkey.Add(by.OfficerId, made, known, now));
        db.Events.Add(DeskEvent.Record(now, by.OfficerId, AccountEvents.PasskeyAdded, by.Actor));
        try
        {
            await db.SaveFactorAsync(by.OfficerId, sessionId, Proof.Passkey, now, cancellationToken);
            return new NewFactor(codes);
        }
        catch (DbUpdateException)
        {
            // The device is known already, here or at another account.
            return new Problem("passkey.refused");
        }
    }

    /// <summary>Fails with <c>passkey.unknown</c> or <c>factor.last</c>.</summary>
    public async Task<Result<Done>> RemoveAsync(Acting by, Guid sessionId, Guid id, CancellationToken cancellationToken)
    {
        if (await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.OfficerId == by.OfficerId, cancellationToken) is not { } passkey)
            return new Problem("passkey.unknown");
        var officer = await db.Officers.SingleAsync(o => o.Id == by.OfficerId, cancellationToken);
        if (options.SecondFactor == SecondFactor.Required && !officer.HasCodes
            && !await db.Passkeys.AnyAsync(p => p.OfficerId == by.OfficerId && p.Id != id, cancellationToken))
        {
            return new Problem("factor.last");
        }

        var now = clock.GetUtcNow();
        db.Passkeys.Remove(passkey);
        db.Events.Add(DeskEvent.Record(now, by.OfficerId, AccountEvents.PasskeyRemoved, by.Actor));
        return await db.SaveAndEndAsync(by.OfficerId, sessionId, now, cancellationToken);
    }
}
