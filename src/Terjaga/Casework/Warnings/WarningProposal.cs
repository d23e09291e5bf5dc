using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Accounts;
using Terjaga.Common.Events;

namespace Terjaga.Casework.Warnings;

/// <summary>That one officer wants the public to be warned of a case; another one decides.</summary>
internal sealed class WarningProposal
{
    private WarningProposal() { }

    public Guid Id { get; private init; }

    public Guid CaseFileId { get; private init; }

    public Guid ProposedBy { get; private init; }

    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>Who warned the public by it, or turned it down; null while it waits.</summary>
    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public static (WarningProposal Proposal, DeskEvent Event) Propose(Guid caseFileId, Acting by, string reason, Grounds on, DateTimeOffset now) => (
        new WarningProposal { Id = TimeOrderedId.At(now), CaseFileId = caseFileId, ProposedBy = by.OfficerId, ProposedAt = now },
        DeskEvent.Record(now, caseFileId, "case.warning-proposed", by.Actor, reason, on));

    public void Decide(Guid by, DateTimeOffset now)
    {
        DecidedBy = by;
        DecidedAt = now;
    }
}

internal static class WarningProposalStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<WarningProposal> WarningProposals => db.Set<WarningProposal>();
    }

    /// <remarks>Would be distributed by case file. One waits for a case, and two persons are two, by the table's word.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<WarningProposal>
    {
        public void Configure(EntityTypeBuilder<WarningProposal> builder)
        {
            builder.ToTable("warning_proposals", table => table.HasCheckConstraint("ck_warning_proposals_two_persons", "decided_by <> proposed_by"));
            builder.Property(p => p.DecidedAt).IsConcurrencyToken();
            builder.HasIndex(p => p.CaseFileId).IsUnique().HasFilter("decided_at IS NULL");
        }
    }
}
