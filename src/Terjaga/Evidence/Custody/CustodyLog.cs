using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence.Custody;

/// <summary>The one row that whoever writes into the log holds: how long it is, and whose key signs it.</summary>
internal sealed class CustodyLog
{
    private const int OnlyId = 1;

    private CustodyLog() { }

    public int Id { get; private init; }

    /// <summary>Entries that have a place.</summary>
    public long Size { get; private set; }

    /// <summary>The key of its heads, in PEM; null before the first head.</summary>
    public string? PublicKey { get; private set; }

    public void GrowTo(long size) => Size = size;

    /// <summary>Every head bears the signature of the same key. Throws where this is another one.</summary>
    public void KeepKey(string publicKey)
    {
        PublicKey ??= publicKey;
        if (PublicKey != publicKey)
            throw new InvalidOperationException("The custody log is signed with another key: every node of a desk needs the same custody.pem.");
    }

    /// <remarks>Would be a reference table with its one row.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CustodyLog>
    {
        public void Configure(EntityTypeBuilder<CustodyLog> builder)
        {
            builder.ToTable("custody_log");
            builder.Property(l => l.Id).ValueGeneratedNever();
            builder.Property(l => l.PublicKey).HasMaxLength(TreeHead.MaxKeyLength);
            builder.HasData(new { Id = OnlyId, Size = 0L });
        }
    }
}

internal static class CustodyLogStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CustodyLog> CustodyLogs => db.Set<CustodyLog>();

        /// <summary>Does what only one process may do at a time, all of it or nothing.</summary>
        /// <remarks>
        /// Writing the row, unchanged, takes it: on PostgreSQL until the commit, and the embedded database is held whole by then.
        /// Only afterwards is it read, and all that others wrote before is seen.
        /// </remarks>
        public Task InLogAsync(Func<CustodyLog, Task> write, CancellationToken cancellationToken) => db.TogetherAsync(
            async () =>
            {
                await db.CustodyLogs.ExecuteUpdateAsync(set => set.SetProperty(l => l.Size, l => l.Size), cancellationToken);
                await write(await db.CustodyLogs.SingleAsync(cancellationToken));
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
