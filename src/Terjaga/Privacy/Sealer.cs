using System.Security.Cryptography;

namespace Terjaga.Privacy;

/// <summary>Closes bytes so that only the holder of the key can open them, and nobody can change them unseen.</summary>
/// <remarks>AES-256-GCM, NIST SP 800-38D: nonce of 96 random bits, tag of 128 bits; stored as nonce, tag, cipher text.</remarks>
internal static class Sealer
{
    private static readonly int _nonceBytes = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int _tagBytes = AesGcm.TagByteSizes.MaxSize;

    /// <param name="context">What the sealed bytes belong to; opening them for something else fails.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var result = new byte[_nonceBytes + _tagBytes + plain.Length];
        var (nonce, tag, cipher) = Split(result);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = new AesGcm(key, _tagBytes);
        aes.Encrypt(nonce.Span, plain, cipher.Span, tag.Span, context);
        return result;
    }

    /// <summary>Throws <see cref="CryptographicException"/> on a wrong key, a wrong context or changed bytes.</summary>
    public static byte[] Open(byte[] key, byte[] closed, ReadOnlySpan<byte> context)
    {
        var (nonce, tag, cipher) = Split(closed);
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(key, _tagBytes);
        aes.Decrypt(nonce.Span, cipher.Span, tag.Span, plain, context);
        return plain;
    }

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Cipher) Split(byte[] closed) =>
        closed.Length < _nonceBytes + _tagBytes
            ? throw new CryptographicException("Too short to be sealed bytes.")
            : (closed.AsMemory(0, _nonceBytes), closed.AsMemory(_nonceBytes, _tagBytes),
                closed.AsMemory(_nonceBytes + _tagBytes));
}
