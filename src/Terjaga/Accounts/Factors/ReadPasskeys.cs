using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts.Factors;

/// <summary>Passkeys and who holds them, for the part of the executable that speaks with devices.</summary>
public sealed class ReadPasskeys(TerjagaDb db)
{
    public sealed record Holder(Guid OfficerId, string SignInName, string DisplayName);

    public Task<Holder?> HolderAsync(Guid officerId, CancellationToken cancellationToken) => db.Officers.AsNoTracking()
        .Where(o => o.Id == officerId).Select(o => new Holder(o.Id, o.UserName ?? "", o.DisplayName)).SingleOrDefaultAsync(cancellationToken);

    public async Task<Holder?> HolderAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().Where(p => p.CredentialId == credentialId).Select(p => (Guid?)p.OfficerId)
            .SingleOrDefaultAsync(cancellationToken) is { } officerId ? await HolderAsync(officerId, cancellationToken) : null;

    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(Guid officerId, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.OfficerId == officerId).OrderBy(p => p.Id).ToListAsync(cancellationToken))
            .Select(p => p.ToIdentity())];
}
