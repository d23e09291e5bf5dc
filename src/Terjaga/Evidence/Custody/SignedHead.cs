using System.Globalization;
using System.Text;

namespace Terjaga.Evidence.Custody;

/// <summary>The head of the custody log at one time: everything that it held then is fixed by it.</summary>
/// <param name="Size">How many entries.</param>
/// <param name="Root">The hash of the tree over them (RFC 9162 section 2.1).</param>
/// <param name="Signature">ECDSA P-256 with SHA-256 over <see cref="Text"/>, in DER, as <c>openssl dgst -verify</c> reads it.</param>
/// <param name="PublicKey">In PEM.</param>
/// <param name="Stamp">A time stamp token over <see cref="Text"/> (RFC 3161), in DER; null where no authority has given one yet.</param>
internal sealed record SignedHead(
    long Size, byte[] Root, DateTimeOffset At, byte[] Signature, string PublicKey, byte[]? Stamp)
{
    /// <summary>What is signed and stamped: four lines, each ended by a line feed.</summary>
    public byte[] Text => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"terjaga custody log\n{Size}\n{Convert.ToBase64String(Root)}\n{At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffffffZ}\n"));
}
