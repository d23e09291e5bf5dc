using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Evidence.Custody;

/// <summary>
/// One act on evidence. Whoever acts adds it to the same save as the fact; its place in the log comes afterwards and never
/// changes. It holds no personal data, so that erasing a person never breaks the log.
/// </summary>
internal sealed class CustodyEntry
{
    /// <summary>Length of a SHA-256 in hexadecimal, in characters.</summary>
    public const int Sha256Length = Merkle.HashBytes * 2;

    /// <summary>Longest act as a word, in characters.</summary>
    public const int MaxActLength = 20;

    private CustodyEntry() { }

    public Guid Id { get; private init; }

    /// <summary>Whole microseconds, as both databases keep them: the hash must not change by being stored.</summary>
    public DateTimeOffset At { get; private init; }

    public CustodyAct Act { get; private init; }

    /// <summary>The item or the report whose evidence it is.</summary>
    public Guid HolderId { get; private init; }

    /// <summary>Of the bytes that were acted on, in lower-case hexadecimal; null where the act was on all that there is.</summary>
    public string? Sha256 { get; private init; }

    public Actor Actor { get; private init; } = Actor.Reporter;

    /// <summary>Its place in the log, from 0; null while it waits for one.</summary>
    public long? LeafIndex { get; private set; }

    /// <summary>Its hash in the log; null while it waits for a place.</summary>
    public byte[]? LeafHash { get; private set; }

    public static CustodyEntry Record(DateTimeOffset now, CustodyAct act, Guid holderId, Actor actor, string? sha256 = null)
    {
        if (sha256 is not null && (sha256.Length != Sha256Length || !sha256.All(char.IsAsciiHexDigitLower)))
            throw new ArgumentException("Not a SHA-256 in lower-case hexadecimal.", nameof(sha256));
        return new()
        {
            Id = TimeOrderedId.At(now),
            At = CustodyTime.Whole(now),
            Act = act,
            HolderId = holderId,
            Sha256 = sha256,
            Actor = actor,
        };
    }

    /// <summary>What is hashed: one line of JSON in UTF-8, its names always in this order.</summary>
    public byte[] ToLeaf()
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("id", Id);
            json.WriteString("at", At.UtcDateTime.ToString(CustodyTime.Format, CultureInfo.InvariantCulture));
            json.WriteString("act", WordOf(Act));
            json.WriteString("holder", HolderId);
            json.WriteString("sha256", Sha256);
            json.WriteString("actor", Actor.Value);
            json.WriteEndObject();
        }

        return line.ToArray();
    }

    /// <summary>Gives it its place. Throws where it has one: nothing in the log ever moves.</summary>
    public void Place(long index, byte[] leafHash)
    {
        if (LeafIndex is not null)
            throw new InvalidOperationException($"The entry {Id} has its place already.");
        LeafIndex = index;
        LeafHash = leafHash;
    }

    public static string WordOf(CustodyAct act) => act.ToString().ToLowerInvariant();
}

internal static class CustodyEntryStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CustodyEntry> CustodyEntries => db.Set<CustodyEntry>();
    }

    /// <remarks>
    /// Would be distributed by holder; the places are one sequence for the whole desk, given by one node at a time. That no
    /// place is given twice is the index's word, whatever the sequencer does.
    /// </remarks>
    internal sealed class Table : IEntityTypeConfiguration<CustodyEntry>
    {
        public void Configure(EntityTypeBuilder<CustodyEntry> builder)
        {
            builder.ToTable("custody_entries");
            builder.Property(e => e.Act).HasMaxLength(CustodyEntry.MaxActLength)
                .HasConversion(act => CustodyEntry.WordOf(act), word => Enum.Parse<CustodyAct>(word, true));
            builder.Property(e => e.Sha256).HasMaxLength(CustodyEntry.Sha256Length);
            builder.Property(e => e.Actor).HasConversion(a => a.Value, v => Actor.FromStorage(v)).HasMaxLength(Actor.MaxLength);
            builder.Property(e => e.LeafHash).HasMaxLength(Merkle.HashBytes);
            builder.HasIndex(e => new { e.HolderId, e.Id });
            builder.HasIndex(e => e.LeafIndex).IsUnique().HasFilter("leaf_index IS NOT NULL");
            builder.HasIndex(e => e.LeafHash).HasFilter("leaf_hash IS NOT NULL");

            // What waits is few among many; a look for it must not read the log.
            builder.HasIndex(e => e.Id, "ix_custody_entries_waiting").HasFilter("leaf_index IS NULL");
        }
    }
}
