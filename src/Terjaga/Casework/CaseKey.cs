using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Terjaga.Screening.Reading;

namespace Terjaga.Casework;

/// <summary>What makes two reports the same case: the same address, or the same normalised text. One case a key.</summary>
internal sealed class CaseKey
{
    /// <summary>Length of a key: a letter for its sort, and a SHA-256 in hexadecimal digits.</summary>
    public const int Length = 65;

    private CaseKey() { }

    public string Value { get; private init; } = "";

    public Guid CaseFileId { get; private init; }

    private const char OfAddress = 'a';

    public static bool IsOfAddress(string key) => key[0] == OfAddress;

    public static string Of(WebAddress address) =>
        OfAddress + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Value)));

    /// <summary>Null for a text too short to say that two people mean the same.</summary>
    public static string? Of(string text) => NormalisedText.Fingerprint(text) is { } print ? "t" + print : null;

    public static CaseKey Assign(string value, Guid caseFileId) => new() { Value = value, CaseFileId = caseFileId };
}

internal static class CaseKeyStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<CaseKey> CaseKeys => db.Set<CaseKey>();
    }

    /// <remarks>Would be distributed by key: the look-up is by key alone. The primary key lets one of two openers win.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<CaseKey>
    {
        public void Configure(EntityTypeBuilder<CaseKey> builder)
        {
            builder.ToTable("case_keys").HasKey(k => k.Value);
            builder.Property(k => k.Value).HasMaxLength(CaseKey.Length);
            builder.HasIndex(k => k.CaseFileId);
        }
    }
}
