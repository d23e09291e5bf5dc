using System.Buffers.Text;
using System.Security.Cryptography;
using Terjaga.Privacy;

namespace Terjaga.Takedown;

/// <summary>The secret part of the link by which a recipient answers one order; it is computed, and stored nowhere.</summary>
public sealed class AnswerToken(DeskKey desk)
{
    /// <summary>Length of an order's id, in bytes, and of the mark that proves it: 128 bits.</summary>
    private const int PartBytes = 16;

    private readonly byte[] _key = desk.For("answer");

    public string For(Guid orderId) =>
        Base64Url.EncodeToString([.. orderId.ToByteArray(bigEndian: true), .. Mark(orderId)]);

    /// <summary>The order that a token was made for; null if we did not make it.</summary>
    public Guid? Read(string? token)
    {
        Span<byte> parts = stackalloc byte[PartBytes * 2];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != parts.Length)
            return null;

        Base64Url.DecodeFromChars(token, parts);
        var orderId = new Guid(parts[..PartBytes], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(parts[PartBytes..], Mark(orderId)) ? orderId : null;
    }

    private ReadOnlySpan<byte> Mark(Guid orderId) =>
        HMACSHA256.HashData(_key, orderId.ToByteArray(bigEndian: true)).AsSpan(0, PartBytes);
}
