using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Takedown;

/// <summary>A rule on which an order may stand, with its clock; a dated row with its source, never code.</summary>
internal sealed class LegalBasis
{
    /// <summary>Longest code and longest sentence, in characters.</summary>
    public const int MaxCodeLength = 60, MaxTitleLength = 300;

    private LegalBasis() { }

    public Guid Id { get; private init; }

    /// <summary>Stable name of the rule; for instance <c>pm5-2020-15-6</c>.</summary>
    public string Code { get; private init; } = "";

    public string TitleId { get; private init; } = "";

    public string TitleEn { get; private init; } = "";

    /// <summary>How long the recipient has, from the moment the notice reached it; seconds.</summary>
    public long DeadlineSeconds { get; private init; }

    public string Source { get; private init; } = "";

    public DateOnly ValidFrom { get; private init; }

    /// <summary>The last day; null while it holds.</summary>
    public DateOnly? ValidTo { get; private init; }

    public TimeSpan Deadline => TimeSpan.FromSeconds(DeadlineSeconds);

    public static LegalBasis Record(SaveLegalBasis.Rule rule, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Code = rule.Code,
        TitleId = rule.TitleId,
        TitleEn = rule.TitleEn,
        DeadlineSeconds = (long)rule.Deadline.TotalSeconds,
        Source = rule.Source,
        ValidFrom = rule.ValidFrom,
        ValidTo = rule.ValidTo,
    };

    public LegalBasisState StateOn(DateOnly day) => this switch
    {
        _ when day < ValidFrom => LegalBasisState.Later,
        _ when day > ValidTo => LegalBasisState.Ended,
        _ => LegalBasisState.Holds,
    };
}

internal static class LegalBasisStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<LegalBasis> LegalBases => db.Set<LegalBasis>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<LegalBasis>
    {
        public void Configure(EntityTypeBuilder<LegalBasis> builder)
        {
            builder.ToTable("legal_bases");
            builder.Property(l => l.Code).HasMaxLength(LegalBasis.MaxCodeLength);
            builder.Property(l => l.TitleId).HasMaxLength(LegalBasis.MaxTitleLength);
            builder.Property(l => l.TitleEn).HasMaxLength(LegalBasis.MaxTitleLength);
            builder.Property(l => l.Source).HasMaxLength(LegalBasis.MaxTitleLength);
            builder.Ignore(l => l.Deadline);
            builder.HasIndex(l => new { l.Code, l.ValidFrom }).IsUnique();
        }
    }
}
