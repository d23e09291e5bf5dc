using Microsoft.EntityFrameworkCore;

namespace Terjaga.Privacy;

/// <summary>Refuses to run a desk with a key that is not its own.</summary>
public sealed class CheckDeskKey(TerjagaDb db, DeskKey key)
{
    /// <summary>Marks a new database with the key; throws <see cref="DeskKeyException"/> if it bears another mark.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await db.KeyChecks.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } check)
        {
            if (!check.Matches(key))
                throw new DeskKeyException("The key file belongs to another desk: this database was sealed with a different key.");
            return;
        }

        db.KeyChecks.Add(KeyCheck.Of(key));
        await db.SaveChangesAsync(cancellationToken);
    }
}
