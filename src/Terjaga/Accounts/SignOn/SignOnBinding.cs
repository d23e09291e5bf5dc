using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Accounts.SignOn;

/// <summary>A person at a ministry's sign-in who is one officer of that ministry here.</summary>
internal sealed class SignOnBinding
{
    /// <summary>Longest subject, in characters; OpenID Connect Core 1.0 section 2.</summary>
    public const int MaxSubjectLength = 255;

    /// <summary>Longest address of a provider, in characters.</summary>
    public const int MaxIssuerLength = 400;

    private SignOnBinding() { }

    public Guid Id { get; private init; }

    public Guid OfficerId { get; private init; }

    public Ministry Ministry { get; private init; }

    public string Issuer { get; private init; } = "";

    public string Subject { get; private init; } = "";

    public DateTimeOffset BoundAt { get; private init; }

    public static SignOnBinding Bind(Guid officerId, SignOnName name, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        OfficerId = officerId,
        Ministry = name.Ministry,
        Issuer = name.Issuer,
        Subject = name.Subject,
        BoundAt = now,
    };
}

internal static class SignOnStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<SignOnBinding> SignOns => db.Set<SignOnBinding>();
    }

    /// <remarks>Would be a reference table.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<SignOnBinding>
    {
        public void Configure(EntityTypeBuilder<SignOnBinding> builder)
        {
            builder.ToTable("sign_ons");
            builder.Property(b => b.Ministry).HasConversion(m => m.Code, c => Ministry.FromStorage(c)).HasMaxLength(Ministry.MaxCodeLength);
            builder.Property(b => b.Issuer).HasMaxLength(SignOnBinding.MaxIssuerLength);
            builder.Property(b => b.Subject).HasMaxLength(SignOnBinding.MaxSubjectLength);
            builder.HasIndex(b => new { b.Issuer, b.Subject }).IsUnique();
            builder.HasIndex(b => b.OfficerId);
        }
    }
}
