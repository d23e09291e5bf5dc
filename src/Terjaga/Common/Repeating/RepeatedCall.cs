using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Common.Repeating;

/// <summary>One call of an officer that carried a key, and what it was answered.</summary>
internal sealed class RepeatedCall
{
    /// <summary>Longest media type, in characters.</summary>
    public const int MaxMediaTypeLength = 100;

    /// <summary>SHA-256 of officer and key, lower-case hexadecimal.</summary>
    public string Id { get; init; } = "";

    /// <summary>SHA-256 of what was asked, lower-case hexadecimal.</summary>
    public string Asked { get; init; } = "";

    public DateTimeOffset BegunAt { get; init; }

    /// <summary>Null while the first call is under way.</summary>
    public int? StatusCode { get; set; }

    public string? MediaType { get; set; }

    public byte[]? Body { get; set; }
}

internal static class RepeatedCallStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<RepeatedCall> RepeatedCalls => db.Set<RepeatedCall>();
    }

    /// <remarks>Would be distributed by id.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<RepeatedCall>
    {
        public void Configure(EntityTypeBuilder<RepeatedCall> builder)
        {
            builder.ToTable("repeated_calls");
            builder.Property(c => c.Id).HasMaxLength(64);
            builder.Property(c => c.Asked).HasMaxLength(64);
            builder.Property(c => c.MediaType).HasMaxLength(RepeatedCall.MaxMediaTypeLength);
            builder.HasIndex(c => c.BegunAt);
        }
    }
}
