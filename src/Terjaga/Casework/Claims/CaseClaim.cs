using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Casework.Claims;

/// <summary>A case that an officer holds for a while. Written by one statement, which lets one of several win.</summary>
internal sealed class CaseClaim
{
    /// <summary>How long a case is held after its officer acted last.</summary>
    /// <remarks>Our choice: longer than reading one case takes, shorter than a break.</remarks>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(15);

    private CaseClaim() { }

    public Guid CaseFileId { get; private init; }

    public Guid OfficerId { get; private init; }

    public DateTimeOffset ClaimedAt { get; private init; }

    public DateTimeOffset HeldUntil { get; private init; }
}

internal static class CaseClaimStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseClaim> CaseClaims => db.Set<CaseClaim>();
    }

    /// <remarks>Would be distributed by case file. The primary key lets one officer hold a case.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseClaim>
    {
        public void Configure(EntityTypeBuilder<CaseClaim> builder)
        {
            builder.ToTable("case_claims").HasKey(c => c.CaseFileId);
            builder.Property(c => c.CaseFileId).ValueGeneratedNever();
            builder.HasIndex(c => new { c.OfficerId, c.HeldUntil });
            builder.HasIndex(c => c.HeldUntil);
        }
    }
}
