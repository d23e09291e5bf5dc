using Microsoft.EntityFrameworkCore;
using Terjaga.Common.Events;

namespace Terjaga.Accounts;

/// <summary>An administrator gives a partner a key, or takes it back.</summary>
public sealed class EditPartnerKeys(TerjagaDb db, KnownPartnerKeys known, TimeProvider clock)
{
    /// <summary>Longest name of a partner, in characters; also the bound of the form field.</summary>
    public const int MaxNameLength = PartnerKey.MaxNameLength;

    /// <param name="Key">Shown now and never again.</param>
    public sealed record Issued(string Key);

    /// <param name="RevokedAt">Null while it is good.</param>
    public sealed record Row(Guid Id, string Name, DateTimeOffset IssuedAt, DateTimeOffset? RevokedAt);

    /// <summary>Fails with <c>access.denied</c> or <c>partner.name-invalid</c>.</summary>
    public async Task<Result<Issued>> IssueAsync(Acting by, string? name, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditPartners))
            return new Problem("access.denied");
        if (name?.Trim() is not { Length: > 0 and <= MaxNameLength } known || !PlainText.IsReadable(known))
            return new Problem("partner.name-invalid", MaxNameLength);
        return new Issued(await IssueAsync(by.Actor, known, cancellationToken));
    }

    /// <summary>The same for who works at the machine itself.</summary>
    public async Task<string> IssueAsync(Actor by, string name, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (row, key) = PartnerKey.Issue(name, now);
        db.PartnerKeys.Add(row);
        db.Events.Add(DeskEvent.Record(now, row.Id, "partner-key.issued", by));
        await db.SaveChangesAsync(cancellationToken);
        return key;
    }

    /// <summary>Fails with <c>access.denied</c> or <c>partner.unknown</c>.</summary>
    public async Task<Result<Done>> RevokeAsync(Acting by, Guid id, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditPartners))
            return new Problem("access.denied");
        if (await db.PartnerKeys.SingleOrDefaultAsync(k => k.Id == id, cancellationToken) is not { } row)
            return new Problem("partner.unknown");
        var now = clock.GetUtcNow();
        row.Revoke(now);
        db.Events.Add(DeskEvent.Record(now, row.Id, "partner-key.revoked", by.Actor));
        await db.SaveChangesAsync(cancellationToken);
        known.Forget(row.Hash);
        return Done.Yes;
    }

    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken cancellationToken) => await db.PartnerKeys.AsNoTracking()
        .OrderByDescending(k => k.IssuedAt).Select(k => new Row(k.Id, k.Name, k.IssuedAt, k.RevokedAt)).ToListAsync(cancellationToken);
}
