using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Terjaga.Common.Storage;

namespace Terjaga.Common;

/// <summary>
/// The database. It knows no area: each area maps its own tables and adds its own <c>DbSet</c> in an extension block,
/// so that the database is no back door between areas.
/// </summary>
public abstract class TerjagaDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether this is the embedded database, which has one writer at a time.</summary>
    internal abstract bool IsEmbedded { get; }

    /// <inheritdoc/>
    /// <remarks>The embedded database queues its writers here, in order; its own waiting sleeps and is not fair.</remarks>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!IsEmbedded)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        using var turn = await this.GetService<WriteTurns>().TakeAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>An instant as this database stores it, for statements written by hand.</summary>
    internal object Stored(DateTimeOffset instant) => IsEmbedded ? StoredInstant.ToMicroseconds(instant) : instant;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TerjagaDb).Assembly);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (IsEmbedded)
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<StoredInstant>();
    }
}
