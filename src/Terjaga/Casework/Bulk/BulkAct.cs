using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Accounts;

namespace Terjaga.Casework.Bulk;

/// <summary>One decision of one officer about several cases.</summary>
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

/// <summary>What the decision did to one of the cases; stored together with its event.</summary>
internal sealed class BulkActCase
{
    private BulkActCase() { }

    public Guid ActId { get; private init; }

    public Guid CaseFileId { get; private init; }

    public CaseState StateBefore { get; private init; }

    /// <summary>The case as the decision left it: as long as it has this version, nothing has followed from it.</summary>
    public int VersionAfter { get; private init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    public static BulkActCase Of(Guid actId, CaseFile file, CaseState before) =>
        new() { ActId = actId, CaseFileId = file.Id, StateBefore = before, VersionAfter = file.Version };

    public void Undo(DateTimeOffset now) => UndoneAt = now;
}

internal static class BulkActStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<BulkAct> BulkActs => db.Set<BulkAct>();

        public DbSet<BulkActCase> BulkActCases => db.Set<BulkActCase>();
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

    /// <remarks>Would be distributed by case file.</remarks>
    internal sealed class CaseTable : IEntityTypeConfiguration<BulkActCase>
    {
        public void Configure(EntityTypeBuilder<BulkActCase> builder)
        {
            builder.ToTable("bulk_act_cases").HasKey(c => new { c.ActId, c.CaseFileId });
            builder.Property(c => c.StateBefore).HasConversion<string>().HasMaxLength(20);
            builder.HasIndex(c => c.CaseFileId);
        }
    }
}
