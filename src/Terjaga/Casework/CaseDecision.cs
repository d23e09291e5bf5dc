using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework;

/// <summary>How a case was before one decision, stored together with its event: what is needed to take the decision back.</summary>
internal sealed class CaseDecision
{
    private CaseDecision() { }

    /// <summary>The event of the decision, which has officer, time and reason; the last one where the decision is several.</summary>
    public Guid EventId { get; private init; }

    public Guid CaseFileId { get; private init; }

    /// <summary>The decision about several cases that this one is part of; null where it was about this case alone.</summary>
    public Guid? ActId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Who may decide so may also take it back.</summary>
    public Duty Duty { get; private init; }

    public CaseState StateBefore { get; private init; }

    /// <summary>Orders waited for a signature before.</summary>
    public bool WasDrafted { get; private init; }

    /// <summary>The case as the officer saw it; by it the decision that came just before is known.</summary>
    public int VersionBefore { get; private init; }

    /// <summary>
    /// The case as the decision left it, and as it is again once what followed is undone: as long as it has this version, nobody
    /// has acted on it.
    /// </summary>
    public int VersionAfter { get; private set; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? UndoneAt { get; private set; }

    /// <summary>What a decision changes of a case.</summary>
    public sealed record Before(CaseState State, bool IsDrafted, int Version)
    {
        public static Before Of(CaseFile file) => new(file.State, file.IsDrafted, file.Version);
    }

    /// <param name="file">As the decision left it.</param>
    public static CaseDecision Of(DeskEvent happened, CaseFile file, Before before, Duty duty, Guid? actId = null) => new()
    {
        EventId = happened.Id,
        CaseFileId = file.Id,
        ActId = actId,
        At = happened.At,
        Duty = duty,
        StateBefore = before.State,
        WasDrafted = before.IsDrafted,
        VersionBefore = before.Version,
        VersionAfter = file.Version,
    };

    public void Undo(DateTimeOffset now) => UndoneAt = now;

    /// <summary>What followed from it is undone: it is the last decision again.</summary>
    public void StandAgain(int version) => VersionAfter = version;
}

internal static class CaseDecisionStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseDecision> CaseDecisions => db.Set<CaseDecision>();
    }

    /// <remarks>Would be distributed by case file. Its end is a concurrency token: it is undone once.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseDecision>
    {
        public void Configure(EntityTypeBuilder<CaseDecision> builder)
        {
            builder.ToTable("case_decisions").HasKey(d => d.EventId);
            builder.Property(d => d.EventId).ValueGeneratedNever();
            builder.Property(d => d.Duty).HasConversion<string>().HasMaxLength(20);
            builder.Property(d => d.StateBefore).HasConversion<string>().HasMaxLength(20);
            builder.Property(d => d.UndoneAt).IsConcurrencyToken();
            builder.HasIndex(d => new { d.CaseFileId, d.VersionAfter });
            builder.HasIndex(d => d.ActId).HasFilter("act_id IS NOT NULL");
        }
    }
}
