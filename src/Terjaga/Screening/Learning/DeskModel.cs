using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Screening.Learning;

/// <summary>A model that was brought to the desk, with its weights; the one that is shipped is none of these.</summary>
internal sealed class DeskModel
{
    /// <summary>Longest version, in characters; longest card, in characters.</summary>
    public const int MaxVersionLength = 60, MaxCardLength = 20_000;

    private DeskModel() { }

    public Guid Id { get; private init; }

    public string Version { get; private init; } = "";

    /// <summary>Where it comes from, one source a line.</summary>
    public string Card { get; private init; } = "";

    public byte[] Weights { get; private init; } = [];

    public ModelState State { get; private set; }

    public DateTimeOffset AddedAt { get; private init; }

    public static DeskModel Bring(Model.ModelCard card, byte[] weights, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Version = card.Version,
        Card = string.Join('\n', card.Sources),
        Weights = weights,
        State = ModelState.Shadow,
        AddedAt = now,
    };

    public void GoLive() => State = ModelState.Live;

    public void Retire() => State = ModelState.Retired;
}

internal static class DeskModelStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<DeskModel> Models => db.Set<DeskModel>();
    }

    /// <remarks>Would be a reference table, whole on every node. One model is live and one in the shadow at most.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<DeskModel>
    {
        public void Configure(EntityTypeBuilder<DeskModel> builder)
        {
            builder.ToTable("screening_models");
            builder.Property(m => m.Version).HasMaxLength(DeskModel.MaxVersionLength);
            builder.Property(m => m.Card).HasMaxLength(DeskModel.MaxCardLength);
            builder.Property(m => m.State).HasConversion<string>().HasMaxLength(20).IsConcurrencyToken();
            builder.HasIndex(m => m.Version).IsUnique();
            builder.HasIndex(m => m.State).IsUnique().HasFilter("state <> 'Retired'");
        }
    }
}
