using System.Security.Cryptography;
using System.Text;
using Terjaga.Privacy;

namespace Terjaga.Evidence.Store;

/// <summary>What opens one content: the random key that it alone is sealed with, and the file that it opens.</summary>
internal sealed record ContentKey(string Sha256, string File, byte[] Key)
{
    /// <summary>Length of a SHA-256 in hexadecimal digits, and of what tells two files of the same content apart.</summary>
    public const int HashLength = SHA256.HashSizeInBytes * 2, MarkLength = 16;

    /// <summary>Longest name of a file, in characters.</summary>
    public const int MaxFileLength = HashLength + 1 + MarkLength;

    public static ContentKey Draw(string sha256) => new(
        sha256, $"{sha256}-{RandomNumberGenerator.GetHexString(MarkLength, lowercase: true)}", RandomNumberGenerator.GetBytes(DeskKey.LengthBytes));

    public byte[] Seal(byte[] content) => Sealer.Seal(Key, content, Context);

    /// <summary>Null where the bytes are not what was sealed.</summary>
    public byte[]? Open(byte[] closed)
    {
        try
        {
            var content = Sealer.Open(Key, closed, Context);
            return Convert.ToHexStringLower(SHA256.HashData(content)) == Sha256 ? content : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private byte[] Context => Encoding.ASCII.GetBytes(File);
}
