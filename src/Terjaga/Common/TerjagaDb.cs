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
    private bool _hasTurn;

    /// <summary>Whether this is the embedded database, which has one writer at a time.</summary>
    internal abstract bool IsEmbedded { get; }

    /// <inheritdoc/>
    /// <remarks>The embedded database queues its writers here, in order; its own waiting sleeps and is not fair.</remarks>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!IsEmbedded || _hasTurn)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        using var turn = await this.GetService<WriteTurns>().TakeAsync(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Stores several saves together or none. Throws what they throw; then nothing is stored.</summary>
    /// <remarks>
    /// The turn comes before the transaction: whoever holds the embedded database's lock and waits for the turn, while the
    /// holder of the turn waits for the lock, makes strangers' reports fail.
    /// </remarks>
    internal async Task TogetherAsync(Func<Task> save, CancellationToken cancellationToken)
    {
        using var turn = IsEmbedded ? await this.GetService<WriteTurns>().TakeAsync(cancellationToken) : null;
        _hasTurn = true;
        try
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            await save();
            await transaction.CommitAsync(cancellationToken);
        }
        finally
        {
            _hasTurn = false;
        }
    }

    /// <summary>An instant as this database stores it, for statements written by hand.</summary>
    internal object Stored(DateTimeOffset instant) => IsEmbedded ? StoredInstant.ToMicroseconds(instant) : instant;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(TerjagaDb).Assembly);
        modelBuilder.SpellComputedColumns(IsEmbedded);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (IsEmbedded)
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<StoredInstant>();
    }
}
