using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Queues;

/// <summary>A way of looking at the queue that an officer keeps for themselves.</summary>
internal sealed class SavedView
{
    /// <summary>Longest name, in characters: a tab.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Longest query of an address, in characters: every filter with its longest value.</summary>
    public const int MaxQueryLength = 1_000;

    private SavedView() { }

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public string Name { get; private init; } = "";

    /// <summary>The query of the queue's address, without its question mark.</summary>
    public string Query { get; private init; } = "";

    public static SavedView Save(Guid officerId, string name, string query, DateTimeOffset now) =>
        new() { Id = TimeOrderedId.At(now), OfficerId = officerId, Name = name, Query = query };
}

internal static class SavedViewStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<SavedView> SavedViewRows => db.Set<SavedView>();
    }

    /// <remarks>Would be distributed by officer. The unique index keeps one view a name.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> builder)
        {
            builder.ToTable("saved_views");
            builder.Property(v => v.Name).HasMaxLength(SavedView.MaxNameLength);
            builder.Property(v => v.Query).HasMaxLength(SavedView.MaxQueryLength);
            builder.HasIndex(v => new { v.OfficerId, v.Name }).IsUnique();
        }
    }
}
