using System.Security.Cryptography;

namespace Terjaga.Takedown.Notices;

/// <summary>That a recipient's own server took a letter: where, and what it said. Kept as proof, for whoever says that nothing came.</summary>
/// <param name="To">The address as it was then.</param>
/// <param name="Identity">By which a repetition is known: the <c>Message-ID</c> of a mail, the <c>webhook-id</c> of a call.</param>
/// <param name="Answer">In the server's own words, shortened.</param>
/// <param name="Sha256">Of the bytes that left, lower-case hexadecimal.</param>
internal sealed record Delivery(RecipientChannel Channel, string To, string Identity, string Answer, string Sha256)
{
    /// <summary>Longest identity, and longest answer that is kept, in characters; a mail server says one line of 512 at most (RFC 5321 section 4.5.3.1.5).</summary>
    public const int MaxIdentityLength = 300, MaxAnswerLength = 512;

    public const int HashLength = 64;

    /// <param name="answer">Of a stranger's server: what no part of the desk can carry is left out.</param>
    public static Delivery Of(RecipientChannel channel, string to, string identity, string answer, ReadOnlySpan<byte> bytes) => new(
        channel, to, PlainText.Shorten(identity, MaxIdentityLength),
        PlainText.IsReadable(answer) ? PlainText.Shorten(answer.Trim(), MaxAnswerLength) : "",
        HashOf(bytes));

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
