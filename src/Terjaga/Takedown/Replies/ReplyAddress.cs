using System.Security.Cryptography;
using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Privacy;

namespace Terjaga.Takedown.Replies;

/// <summary>The address to which a recipient answers one order: our own, with a part that only we can make.</summary>
/// <remarks>
/// Base 32 (RFC 4648 section 6) of the order's id and of 80 bits of proof, in lower case: servers on the way fold case, and
/// a local part has at most 64 characters (RFC 5321 section 4.5.3.1.1).
/// </remarks>
public sealed class ReplyAddress(DeskKey desk, MailOptions mail)
{
    private const int IdBytes = 16, ProofBytes = 10, MaxLocalLength = 64, BitsPerLetter = 5;

    /// <summary>Letters of a token: 208 bits at five each.</summary>
    private const int TokenLength = ((IdBytes + ProofBytes) * 8 + BitsPerLetter - 1) / BitsPerLetter;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private const char Sign = '+';

    private readonly byte[] _key = desk.For("reply-address");

    /// <summary>The address for an order; null where our own is too long to carry a token (over 21 characters before its @).</summary>
    public string? For(Guid orderId)
    {
        var own = MailboxAddress.Parse(mail.From);
        return own.LocalPart.Length + 1 + TokenLength <= MaxLocalLength ? $"{own.LocalPart}{Sign}{Token(orderId)}@{own.Domain}" : null;
    }

    /// <summary>The order that an address was made for; null if we did not make it.</summary>
    public Guid? Read(string address)
    {
        var at = address.LastIndexOf('@');
        var sign = at < 0 ? -1 : address.LastIndexOf(Sign, at);
        if (sign < 0 || Decode(address.AsSpan(sign + 1, at - sign - 1)) is not { } bytes)
            return null;
        var orderId = new Guid(bytes.AsSpan(0, IdBytes), bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(bytes.AsSpan(IdBytes), Proof(orderId)) ? orderId : null;
    }

    private string Token(Guid orderId)
    {
        Span<char> token = stackalloc char[TokenLength];
        byte[] bytes = [.. orderId.ToByteArray(bigEndian: true), .. Proof(orderId)];
        for (var letter = 0; letter < TokenLength; letter++)
        {
            var value = 0;
            for (var bit = letter * BitsPerLetter; bit < (letter + 1) * BitsPerLetter; bit++)
                value = (value << 1) | (bit < bytes.Length * 8 ? (bytes[bit / 8] >> (7 - (bit % 8))) & 1 : 0);
            token[letter] = Letters[value];
        }

        return token.ToString();
    }

    private static byte[]? Decode(ReadOnlySpan<char> token)
    {
        if (token.Length != TokenLength)
            return null;
        var bytes = new byte[IdBytes + ProofBytes];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var value = Letters.IndexOf(char.ToLowerInvariant(token[bit / BitsPerLetter]), StringComparison.Ordinal);
            if (value < 0)
                return null;
            bytes[bit / 8] |= (byte)(((value >> (BitsPerLetter - 1 - (bit % BitsPerLetter))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }

    private ReadOnlySpan<byte> Proof(Guid orderId) => HMACSHA256.HashData(_key, orderId.ToByteArray(bigEndian: true)).AsSpan(0, ProofBytes);
}
