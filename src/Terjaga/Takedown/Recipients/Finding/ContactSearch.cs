using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>The search for the contacts of one host, with what it brought; the same for every case.</summary>
internal sealed class ContactSearch
{
    /// <summary>For so long what was found is taken as it is; registrars and hosts change rarely, and every look is a request to somebody.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromDays(7);

    /// <summary>How often servers that ask for patience are asked again.</summary>
    private const int MaxTries = 5;

    private ContactSearch() { }

    public Guid Id { get; private init; }

    public string Host { get; private init; } = "";

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Null while it is under way.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    public int Tries { get; private set; }

    /// <summary>See <see cref="ContactFindings"/>; null before the first look.</summary>
    public string? Findings { get; private set; }

    public static ContactSearch Start(string host, DateTimeOffset now) => new() { Id = TimeOrderedId.At(now), Host = host, AskedAt = now };

    /// <summary>Asks anew; false where that is under way or was just done.</summary>
    public bool Again(DateTimeOffset now)
    {
        if (DoneAt is not { } done || now - done < Fresh)
            return false;
        (AskedAt, DoneAt, Tries) = (now, null, 0);
        return true;
    }

    /// <summary>Keeps what was found. When to look again, because a server asked for patience; null where it is done.</summary>
    public DateTimeOffset? Keep(ContactFindings findings, DateTimeOffset now)
    {
        Findings = findings.ToJson();
        var again = ++Tries < MaxTries ? findings.RetryAt : null;
        DoneAt = again is null ? now : null;
        return again;
    }
}

internal static class ContactSearchStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<ContactSearch> ContactSearches => db.Set<ContactSearch>();
    }

    /// <remarks>Would be distributed by host.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<ContactSearch>
    {
        public void Configure(EntityTypeBuilder<ContactSearch> builder)
        {
            builder.ToTable("contact_searches");
            builder.Property(s => s.Host).HasMaxLength(PlaceChoice.MaxHostLength);
            builder.HasIndex(s => s.Host).IsUnique();
        }
    }
}
