using System.Globalization;
using System.Text;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>The file in which a site says whom to tell about its faults.</summary>
/// <param name="Mails">Mail addresses, the preferred one first; empty where it names none.</param>
/// <param name="Pages">Web addresses of forms.</param>
/// <param name="IsSigned">Whether it stands inside an OpenPGP signature. Nobody checks it: the key would come from the same site.</param>
/// <param name="Key">Where the key of the contact is; null where it names none.</param>
/// <remarks>RFC 9116.</remarks>
internal sealed record SecurityTxt(IReadOnlyList<string> Mails, IReadOnlyList<string> Pages, DateTimeOffset Expires, bool IsSigned, string? Key)
{
    /// <summary>Where it stands below the root of a site.</summary>
    public const string Place = "/.well-known/security.txt";

    /// <summary>Largest file, in bytes (32 KiB, as section 3.2 of its advice on parsers has it).</summary>
    public const int MaxBytes = 32 * 1024;

    private const string SignedBegin = "-----BEGIN PGP SIGNED MESSAGE-----", SignatureBegin = "-----BEGIN PGP SIGNATURE-----";

    /// <summary>Gives <c>securitytxt.…</c> in place of a file that must not be believed.</summary>
    /// <param name="file">Null where there is a code.</param>
    public static string? Read(byte[] body, Uri at, DateTimeOffset now, out SecurityTxt? file)
    {
        file = null;
        if (body.Length > MaxBytes)
            return "fetch.too-large";
        if (!TryText(body, out var text))
            return "securitytxt.not-text";
        var (fields, isSigned) = FieldsOf(text);
        var expires = fields.FindAll(field => field.Key == "expires");
        if (expires.Count != 1 || !DateTimeOffset.TryParse(expires[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var until))
            return "securitytxt.no-expiry";
        if (until <= now)
            return "securitytxt.expired";
        var canonical = fields.FindAll(field => field.Key == "canonical");
        if (canonical.Count > 0 && !canonical.Exists(field => Uri.TryCreate(field.Value, UriKind.Absolute, out var own) && own == at))
            return "securitytxt.not-canonical";
        var contacts = fields.FindAll(field => field.Key == "contact").ConvertAll(field => field.Value);
        file = new SecurityTxt(
            [.. contacts.Where(c => c.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)).Select(c => c["mailto:".Length..].Split('?')[0]).Where(Contact.IsMail)],
            [.. contacts.Where(c => c.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && WebAddress.Parse(c).TryGet(out _, out _))],
            until.ToUniversalTime(), isSigned, fields.Find(field => field.Key == "encryption").Value);
        return file.Mails.Count + file.Pages.Count > 0 ? null : "securitytxt.no-contact";
    }

    private static bool TryText(byte[] body, out string text)
    {
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
            return !text.Contains('\0', StringComparison.Ordinal);
        }
        catch (DecoderFallbackException)
        {
            text = "";
            return false;
        }
    }

    /// <remarks>Of a signed file only what the signature covers is read (RFC 9580 section 7): what stands before or behind it is somebody else's.</remarks>
    private static (List<KeyValuePair<string, string>> Fields, bool IsSigned) FieldsOf(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').ToList();
        var begin = lines.FindIndex(line => line.TrimEnd() == SignedBegin);
        if (begin >= 0)
        {
            var head = lines.FindIndex(begin, line => line.Trim().Length == 0);
            var end = lines.FindIndex(begin, line => line.TrimEnd() == SignatureBegin);
            lines = head >= 0 && end > head ? [.. lines[(head + 1)..end].Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[2..] : line)] : [];
        }

        var fields = new List<KeyValuePair<string, string>>();
        foreach (var line in lines.Where(line => !line.StartsWith('#')))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && line[(colon + 1)..].Trim() is { Length: > 0 and <= WebAddress.MaxLength } value && !value.Any(char.IsControl))
                fields.Add(KeyValuePair.Create(line[..colon].Trim().ToLowerInvariant(), value));
        }

        return (fields, begin >= 0);
    }
}
