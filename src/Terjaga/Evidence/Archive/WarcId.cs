using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>Names the records of a file so that the same capture gives the same names.</summary>
internal static class WarcId
{
    private const int UuidBytes = 16;

    /// <remarks>A UUID of version 8, whose bits are the maker's own (RFC 9562 section 5.8): here a hash of what the record is.</remarks>
    public static string Of(Guid capture, string kind, Guid? exchange)
    {
        var hash = SHA256.HashData(Encoding.ASCII.GetBytes($"{capture} {kind} {exchange}")).AsSpan(0, UuidBytes);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"<urn:uuid:{new Guid(hash, bigEndian: true)}>";
    }
}
