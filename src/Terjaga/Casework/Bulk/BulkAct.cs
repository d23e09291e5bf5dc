using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Accounts;

namespace Terjaga.Casework.Bulk;

/// <summary>One decision of one officer about several cases; what it did to each is a <see cref="CaseDecision"/>.</summary>
internal sealed class BulkAct
{
    private BulkAct() { }

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public CaseStep Step { get; private init; }

    public Verdict? Verdict { get; private init; }

    public DateTimeOffset At { get; private init; }

    public string Reason { get; private init; } = "";

    public static BulkAct Begin(Acting by, CaseStep step, Verdict? verdict, string reason, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        OfficerId = by.OfficerId,
        Step = step,
        Verdict = verdict,
        At = now,
        Reason = reason,
    };
}

internal static class BulkActStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<BulkAct> BulkActs => db.Set<BulkAct>();
    }

    /// <remarks>Would be a reference table: acts of people are few.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<BulkAct>
    {
        public void Configure(EntityTypeBuilder<BulkAct> builder)
        {
            builder.ToTable("bulk_acts");
            builder.Property(a => a.Step).HasConversion<string>().HasMaxLength(20);
            builder.Property(a => a.Verdict).HasConversion<string>().HasMaxLength(20);
            builder.Property(a => a.Reason).HasMaxLength(Decision.MaxReasonLength);
            builder.HasIndex(a => new { a.OfficerId, a.Id });
        }
    }
}
