using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Sharing;

/// <summary>How much of one field one ministry sees, from a day on; a dated row with its source, never changed.</summary>
internal sealed class SharingRule
{
    /// <summary>Longest source and longest why, in characters.</summary>
    public const int MaxTextLength = 500;

    private SharingRule() { }

    /// <summary>In the order of time: of two rows from the same day the later counts.</summary>
    public Guid Id { get; private init; }

    public SharedField Field { get; private init; }

    /// <summary>Code of the ministry.</summary>
    public string Ministry { get; private init; } = "";

    public SharingLevel Level { get; private init; }

    public DateOnly ValidFrom { get; private init; }

    /// <summary>The last day; null while no end is known.</summary>
    public DateOnly? ValidTo { get; private init; }

    public string Source { get; private init; } = "";

    public string Why { get; private init; } = "";

    public Actor Actor { get; private init; } = Actor.Reporter;

    public DateTimeOffset At { get; private init; }

    public static SharingRule Record(SaveSharing.Rule rule, Actor by, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Field = rule.Field,
        Ministry = rule.Ministry,
        Level = rule.Level,
        ValidFrom = rule.ValidFrom,
        ValidTo = rule.ValidTo,
        Source = rule.Source,
        Why = rule.Why,
        Actor = by,
        At = now,
    };
}

internal static class SharingRuleStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<SharingRule> SharingRules => db.Set<SharingRule>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<SharingRule>
    {
        public void Configure(EntityTypeBuilder<SharingRule> builder)
        {
            builder.ToTable("sharing_rules");
            builder.Property(r => r.Field).HasConversion<string>().HasMaxLength(20);
            builder.Property(r => r.Level).HasConversion<string>().HasMaxLength(20);
            builder.Property(r => r.Ministry).HasMaxLength(Common.Events.DeskEvent.MaxMinistryLength);
            builder.Property(r => r.Source).HasMaxLength(SharingRule.MaxTextLength);
            builder.Property(r => r.Why).HasMaxLength(SharingRule.MaxTextLength);
            builder.Property(r => r.Actor).HasConversion(a => a.Value, v => Actor.FromStorage(v)).HasMaxLength(Actor.MaxLength);
            builder.HasIndex(r => new { r.Ministry, r.Field, r.ValidFrom });
        }
    }
}
