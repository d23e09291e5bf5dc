using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Registry.Lists;

/// <summary>A list as its owner gave it on a day. Never changed once it was read; another day is another snapshot.</summary>
internal sealed class Snapshot
{
    /// <summary>Longest owner and source, in characters.</summary>
    public const int MaxOriginLength = 300;

    private Snapshot() { }

    public Guid Id { get; private init; }

    /// <summary>Short name of it in the rows, of which there are millions.</summary>
    public int Number { get; private init; }

    public RegistryList List { get; private init; }

    /// <summary>Which office answers for it.</summary>
    public string Owner { get; private init; } = "";

    /// <summary>File or address that it came from.</summary>
    public string Source { get; private init; } = "";

    /// <summary>The day of which it speaks.</summary>
    public DateOnly AsOf { get; private init; }

    /// <summary>Of the file, lower-case hexadecimal.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Invented, for a demonstration.</summary>
    public bool IsFictional { get; private init; }

    public DateTimeOffset ReadAt { get; private init; }

    public SnapshotState State { get; private set; }

    public int RowCount { get; private set; }

    /// <summary>Rows of the file that could not be taken.</summary>
    public int FaultCount { get; private set; }

    /// <summary>Against the list that was live when it was read.</summary>
    public int AddedCount { get; private set; }

    public int RemovedCount { get; private set; }

    public int ChangedCount { get; private set; }

    /// <summary>Rows of the list that was live then.</summary>
    public int BeforeCount { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public static Snapshot Begin(int number, RegistryList list, ListOrigin origin, string sha256, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Number = number,
        List = list,
        Owner = PlainText.Shorten(origin.Owner, MaxOriginLength),
        Source = PlainText.Shorten(origin.Source, MaxOriginLength),
        AsOf = origin.AsOf,
        Sha256 = sha256,
        IsFictional = origin.IsFictional,
        ReadAt = now,
    };

    /// <summary>All rows are read.</summary>
    public void Wait(int rows, int faults, SnapshotDiff diff)
    {
        (RowCount, FaultCount, State) = (rows, faults, SnapshotState.Waiting);
        (AddedCount, RemovedCount, ChangedCount, BeforeCount) = (diff.Added, diff.Removed, diff.Changed, diff.Before);
    }

    public void GoLive(DateTimeOffset now) => (State, DecidedAt) = (SnapshotState.Live, now);

    public void Refuse(DateTimeOffset now) => (State, DecidedAt) = (SnapshotState.Refused, now);

    public void Retire() => State = SnapshotState.Replaced;
}

internal static class SnapshotStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<Snapshot> Snapshots => db.Set<Snapshot>();
    }

    /// <remarks>Would be a reference table, whole on every node. Of a list one is live at most.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<Snapshot>
    {
        public void Configure(EntityTypeBuilder<Snapshot> builder)
        {
            builder.ToTable("registry_snapshots");
            builder.Property(s => s.List).HasConversion<string>().HasMaxLength(20);
            builder.Property(s => s.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
            builder.Property(s => s.Owner).HasMaxLength(Snapshot.MaxOriginLength);
            builder.Property(s => s.Source).HasMaxLength(Snapshot.MaxOriginLength);
            builder.Property(s => s.Sha256).HasMaxLength(64);
            builder.HasIndex(s => s.Number).IsUnique();
            builder.HasIndex(s => s.List).IsUnique().HasFilter("state = 'Live'");
            builder.HasIndex(s => new { s.List, s.ReadAt });
        }
    }
}
