using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Terjaga.Privacy;

namespace Terjaga.Intake.Telling;

/// <summary>By what an address is known again, and the secret part of the link that says whose it is; the link is computed, and stored nowhere.</summary>
internal sealed class ReporterMailKeys(DeskKey desk)
{
    /// <summary>Length of a report's id, in bytes, and of the mark that proves it: 128 bits.</summary>
    private const int PartBytes = 16;

    private readonly byte[] _address = desk.For("reporter-address");
    private readonly byte[] _link = desk.For("reporter-link");

    /// <summary>The same for an address in any case of its letters.</summary>
    public byte[] HashOf(string address) => HMACSHA256.HashData(_address, Encoding.UTF8.GetBytes(address.ToUpperInvariant()));

    public string For(Guid reportId) => Base64Url.EncodeToString([.. reportId.ToByteArray(bigEndian: true), .. Mark(reportId)]);

    /// <summary>The report that a link was made for; null if we did not make it.</summary>
    public Guid? Read(string? token)
    {
        Span<byte> parts = stackalloc byte[PartBytes * 2];
        if (token is null || !Base64Url.IsValid(token, out var length) || length != parts.Length)
            return null;

        Base64Url.DecodeFromChars(token, parts);
        var reportId = new Guid(parts[..PartBytes], bigEndian: true);
        return CryptographicOperations.FixedTimeEquals(parts[PartBytes..], Mark(reportId)) ? reportId : null;
    }

    private ReadOnlySpan<byte> Mark(Guid reportId) => HMACSHA256.HashData(_link, reportId.ToByteArray(bigEndian: true)).AsSpan(0, PartBytes);
}
