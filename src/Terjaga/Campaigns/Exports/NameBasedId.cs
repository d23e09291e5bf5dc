using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Campaigns.Exports;

/// <summary>Ids that follow from a name, so that the same thing has the same id in every export.</summary>
/// <remarks>UUID version 5, RFC 9562 section 5.5.</remarks>
internal static class NameBasedId
{
    /// <summary>Bytes of a UUID.</summary>
    private const int Size = 16;

    /// <summary>Where version and variant stand, counted in bytes of the network order.</summary>
    private const int VersionAt = 6, VariantAt = 8;

    public static Guid Of(Guid space, string name)
    {
        var named = new byte[Size + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(named, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, named.AsSpan(Size));
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard wants SHA-1; nothing secret or signed hangs on it.
        SHA1.HashData(named, hash);
#pragma warning restore CA5350
        hash[VersionAt] = (byte)((hash[VersionAt] & 0x0F) | 0x50);
        hash[VariantAt] = (byte)((hash[VariantAt] & 0x3F) | 0x80);
        return new Guid(hash[..Size], bigEndian: true);
    }
}
