using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown.Recipients;

/// <summary>An officer chose a recipient for the places of a case at one host.</summary>
internal sealed class PlaceChoice
{
    /// <summary>Longest name of a host, in characters (RFC 1035, 2.3.4), with room for an address in brackets.</summary>
    public const int MaxHostLength = 260;

    private PlaceChoice() { }

    public Guid CaseFileId { get; private init; }

    public string Host { get; private init; } = "";

    public Guid RecipientId { get; private set; }

    public Guid ChosenBy { get; private set; }

    public DateTimeOffset ChosenAt { get; private set; }

    public static PlaceChoice Make(Guid caseFileId, string host) => new() { CaseFileId = caseFileId, Host = host };

    public void Choose(Guid recipientId, Guid officerId, DateTimeOffset now) => (RecipientId, ChosenBy, ChosenAt) = (recipientId, officerId, now);
}

internal static class PlaceChoiceStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<PlaceChoice> PlaceChoices => db.Set<PlaceChoice>();
    }

    /// <remarks>Would be distributed by case file.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<PlaceChoice>
    {
        public void Configure(EntityTypeBuilder<PlaceChoice> builder)
        {
            builder.ToTable("place_choices");
            builder.HasKey(c => new { c.CaseFileId, c.Host });
            builder.Property(c => c.Host).HasMaxLength(PlaceChoice.MaxHostLength);
            builder.HasOne<Recipient>().WithMany().HasForeignKey(c => c.RecipientId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
