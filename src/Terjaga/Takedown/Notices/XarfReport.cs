using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using MimeKit;

namespace Terjaga.Takedown.Notices;

/// <summary>A letter as XARF 4.2 reports, class content, type fraud: one for each address, because a report has one source.</summary>
/// <remarks>https://xarf.org/docs/specification: what is <c>_internal</c> is not even a member here, so it cannot leave.</remarks>
internal sealed record XarfReport(
    string XarfVersion, Guid ReportId, DateTimeOffset Timestamp, XarfReport.Contact Reporter, XarfReport.Contact Sender,
    string SourceIdentifier, string Category, string Type, string FraudType, string Url, string? Domain, string EvidenceSource,
    DateTimeOffset? VerifiedAt, string VerificationMethod, string AttackVector, string Description, IReadOnlyList<XarfReport.Piece> Evidence,
    IReadOnlyList<string> Tags)
{
    /// <summary>Longest description, in characters, by the schema.</summary>
    private const int MaxDescriptionLength = 1_000;

    /// <summary>Who reports, by its mail address and the name of its domain.</summary>
    internal sealed record Contact(string Org, [property: JsonPropertyName("contact")] string Address, string Domain);

    /// <summary>A piece of evidence: the record of a capture, not the page, which may show people.</summary>
    internal sealed record Piece(string ContentType, string Description, byte[] Payload, string Hash, int Size);

    /// <summary>What the payload of a piece says.</summary>
    internal sealed record Seen(string Url, DateTimeOffset CapturedAt, string Sha256);

    public static byte[] ToJson(Notice notice, NoticeOrder order, MailboxAddress from) =>
        JsonSerializer.SerializeToUtf8Bytes(Of(notice, order, from), XarfJson.Default.XarfReport);

    private static XarfReport Of(Notice notice, NoticeOrder order, MailboxAddress from)
    {
        var host = new Uri(order.Url).IdnHost;
        var us = new Contact("Terjaga (Komdigi, KP2MI)", from.Address, from.Domain);
        return new XarfReport(
            "4.2.0", IdOf(order.Order), notice.SignedAt ?? notice.WrittenAt, us, us, host, "content", "fraud", "employment", order.Url,
            IsDomain(host) ? host : null, "researcher_analysis", order.Captures.Count > 0 ? order.Captures[^1].At : null, "manual", "fraud",
            PlainText.Shorten(string.IsNullOrEmpty(notice.Reason) ? notice.Basis.TitleId : notice.Reason, MaxDescriptionLength),
            [.. order.Captures.Select(capture => PieceOf(order.Url, capture))], ["terjaga:overseas-job-offer"]);
    }

    private static Piece PieceOf(string url, NoticeCapture capture)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(new Seen(url, capture.At, capture.Sha256), XarfJson.Default.Seen);
        return new Piece("application/json", "Time and SHA-256 of a capture that the desk keeps", payload, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(payload)), payload.Length);
    }

    /// <summary>The standard wants version 4, which is random: here the random bits are drawn from the order's id, so that they stay.</summary>
    private static Guid IdOf(Guid order)
    {
        var bytes = SHA256.HashData([.. "xarf"u8, .. order.ToByteArray(bigEndian: true)]).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40); // RFC 9562 section 5.4: version
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80); // and variant
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A name with a top-level domain of letters, as the schema spells one; a number is none.</summary>
    private static bool IsDomain(string host)
    {
        var labels = host.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && labels[^1].Length > 1 && labels[^1].All(char.IsAsciiLetterLower);
    }

    private static bool IsLabel(string label) => label.Length > 0 && label[0] != '-' && label[^1] != '-'
        && !label.Contains("--", StringComparison.Ordinal) && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(XarfReport))]
[JsonSerializable(typeof(XarfReport.Seen))]
internal sealed partial class XarfJson : JsonSerializerContext;
