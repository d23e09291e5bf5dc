using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown.Answers;

/// <summary>Tells whose key a key is, if it is good now.</summary>
public sealed class CheckRecipientKey(TerjagaDb db, TimeProvider clock)
{
    /// <param name="Name">Of the recipient.</param>
    public sealed record Holder(Guid KeyId, Guid RecipientId, string Name);

    /// <summary>Asked at each call, so that a key that is revoked is revoked now. Fails with <c>session.key-unknown</c>.</summary>
    public async Task<Result<Holder>> RunAsync(string? key, CancellationToken cancellationToken)
    {
        var hash = RecipientKey.HashOf(key?.Trim() ?? "");
        return await FindAsync(db.RecipientKeys.Where(k => k.Hash == hash), cancellationToken);
    }

    /// <summary>The same for a session that was opened with the key.</summary>
    public Task<Result<Holder>> AgainAsync(Guid keyId, CancellationToken cancellationToken) =>
        FindAsync(db.RecipientKeys.Where(k => k.Id == keyId), cancellationToken);

    private async Task<Result<Holder>> FindAsync(IQueryable<RecipientKey> keys, CancellationToken cancellationToken)
    {
        var today = WibTime.Today(clock);
        var found = await (
            from key in keys.AsNoTracking()
            join recipient in db.Recipients.AsNoTracking() on key.RecipientId equals recipient.Id
            where key.RevokedAt == null && key.ValidUntil >= today
            select new { key.Id, key.RecipientId, recipient.Name, key.LastUsedOn }).SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return new Problem("session.key-unknown");
        if (found.LastUsedOn != today)
            await db.RecipientKeys.Where(k => k.Id == found.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedOn, today), cancellationToken);
        return new Holder(found.Id, found.RecipientId, found.Name);
    }
}
