using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>A digest as archivers write it: the name of the hash and base32 (RFC 4648 section 6).</summary>
internal static class WarcDigest
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const int BitsOfLetter = 5;

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        var text = new StringBuilder("sha256:");
        var (held, bits) = (0, 0);
        foreach (var value in hash)
        {
            (held, bits) = ((held << 8) | value, bits + 8);
            for (; bits >= BitsOfLetter; bits -= BitsOfLetter)
                text.Append(Alphabet[(held >> (bits - BitsOfLetter)) & 31]);
            held &= (1 << bits) - 1;
        }

        text.Append(Alphabet[(held << (BitsOfLetter - bits)) & 31]);
        return text.Append("====").ToString(); // 256 bits are 52 letters, filled to a multiple of eight
    }
}
