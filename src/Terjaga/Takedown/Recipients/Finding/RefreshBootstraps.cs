using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>An officer of Komdigi has the registries of RDAP servers fetched anew, and sees how old they are.</summary>
public sealed class RefreshBootstraps(TerjagaDb db, WorkSignal signal, TimeProvider clock)
{
    /// <param name="PublishedAt">When IANA published it.</param>
    /// <param name="FetchedAt">Null for the one that ships with the desk.</param>
    public sealed record Row(BootstrapKind Kind, DateTimeOffset PublishedAt, DateTimeOffset? FetchedAt);

    /// <summary>Asking again while it is under way changes nothing. Fails with <c>access.denied</c>.</summary>
    public async Task<Result<Done>> RunAsync(Acting by, CancellationToken cancellationToken)
    {
        if (!by.Can(Duty.EditRecipients))
            return new Problem("access.denied");
        if (await db.Work.AnyAsync(w => w.Kind == RefreshBootstrapsJob.Kind && w.ParkedAt == null, cancellationToken))
            return Done.Yes;
        db.Schedule(RefreshBootstrapsJob.Kind, Guid.Empty, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        signal.Wake();
        return Done.Yes;
    }
}
