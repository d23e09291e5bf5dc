using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Terjaga.Privacy;

/// <summary>Proof in the database of which key it belongs to, without telling the key.</summary>
internal sealed class KeyCheck
{
    private KeyCheck() { }

    /// <summary>Always 1: a database has one key.</summary>
    public int Id { get; private init; } = 1;

    public byte[] Proof { get; private init; } = [];

    public static KeyCheck Of(DeskKey key) => new() { Proof = key.For("check") };

    public bool Matches(DeskKey key) => CryptographicOperations.FixedTimeEquals(Proof, key.For("check"));
}

internal static class KeyCheckStorage
{
    extension(TerjagaDb db)
    {
        public DbSet<KeyCheck> KeyChecks => db.Set<KeyCheck>();
    }

    /// <remarks>Would be a reference table, whole on every node.</remarks>
    internal sealed class Table : IEntityTypeConfiguration<KeyCheck>
    {
        public void Configure(EntityTypeBuilder<KeyCheck> builder)
        {
            builder.ToTable("key_checks");
            builder.Property(k => k.Id).ValueGeneratedNever();
            builder.Property(k => k.Proof).HasMaxLength(DeskKey.LengthBytes);
        }
    }
}
