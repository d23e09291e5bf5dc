using Microsoft.EntityFrameworkCore;

namespace Terjaga.Accounts;

/// <summary>All officers, for the administrator; and the names behind actors, for the pages of the desk.</summary>
public sealed class ListOfficers(TerjagaDb db)
{
    public sealed record Row(
        Guid Id, string SignInName, string DisplayName, Ministry Ministry, Role Role, DateTimeOffset? DisabledAt);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken) =>
        await db.Officers.AsNoTracking().OrderBy(o => o.UserName)
            .Select(o => new Row(o.Id, o.UserName ?? "", o.DisplayName, o.Ministry, o.Role, o.DisabledAt))
            .ToListAsync(cancellationToken);
}
