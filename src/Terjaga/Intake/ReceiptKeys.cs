using System.Security.Cryptography;
using System.Text;
using Terjaga.Privacy;

namespace Terjaga.Intake;

/// <summary>The keyed hashes by which reports are found again.</summary>
/// <remarks>
/// HMAC with SHA-256 (RFC 2104). Fast on purpose: 120 random bits cannot be guessed, and a slow hash would let anyone
/// tire the desk out with reports. The look-up goes by the hash, which a guesser cannot steer, so its time tells nothing.
/// </remarks>
public sealed class ReceiptKeys(DeskKey desk)
{
    /// <summary>Length of every hash, in bytes.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    private readonly byte[] _receipt = desk.For("receipt");
    private readonly byte[] _repetition = desk.For("idempotency");

    public byte[] Hash(Receipt receipt) => HMACSHA256.HashData(_receipt, Encoding.ASCII.GetBytes(receipt.Text));

    /// <summary>Finds a repetition by the key that the sender gave.</summary>
    public byte[] HashKey(string idempotencyKey) =>
        HMACSHA256.HashData(_repetition, Encoding.UTF8.GetBytes(idempotencyKey));

    /// <summary>
    /// The receipt of a report that came with a key: the same key and content give the same receipt again, though the
    /// desk does not know it; and without the content the key alone gives nobody a stranger's receipt.
    /// </summary>
    public Receipt Derive(string idempotencyKey, ReadOnlySpan<byte> content) =>
        Receipt.Write(HMACSHA256.HashData(_repetition, (byte[])[.. HashKey(idempotencyKey), .. SHA256.HashData(content)]));
}
