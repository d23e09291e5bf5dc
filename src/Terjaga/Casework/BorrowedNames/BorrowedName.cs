using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Registry;

namespace Terjaga.Casework.BorrowedNames;

/// <summary>That a listed company is told that its name stands over contacts that are not its own.</summary>
internal sealed class BorrowedName
{
    /// <summary>Longest name and address, in characters.</summary>
    public const int MaxLength = 320;

    public Guid Id { get; init; }

    public Guid CaseFileId { get; init; }

    /// <summary>As the list writes it.</summary>
    public string Licence { get; init; } = "";

    public string Name { get; init; } = "";

    /// <summary>Where the company reads mail, by the list of the day.</summary>
    public string Address { get; init; } = "";

    /// <summary>The contacts of the offer, separated by commas.</summary>
    public string Contacts { get; init; } = "";

    /// <summary>Day of the list.</summary>
    public DateOnly? AsOf { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    /// <summary>When the mail server took it; null until then.</summary>
    public DateTimeOffset? SentAt { get; set; }
}

internal static class BorrowedNameStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<BorrowedName> BorrowedNames => db.Set<BorrowedName>();
    }

    /// <remarks>Would be distributed by case file. A company is told once of a case.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<BorrowedName>
    {
        public void Configure(EntityTypeBuilder<BorrowedName> builder)
        {
            builder.ToTable("borrowed_names");
            builder.Property(b => b.Id).ValueGeneratedNever();
            builder.Property(b => b.Licence).HasMaxLength(ListKey.MaxLength);
            builder.Property(b => b.Name).HasMaxLength(BorrowedName.MaxLength);
            builder.Property(b => b.Address).HasMaxLength(BorrowedName.MaxLength);
            builder.Property(b => b.Contacts).HasMaxLength(BorrowedName.MaxLength);
            builder.HasIndex(b => new { b.CaseFileId, b.Licence }).IsUnique();
        }
    }
}
