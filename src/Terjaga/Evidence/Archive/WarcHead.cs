using System.Buffers;
using System.Globalization;
using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>The fields of one record as a stranger wrote them, read by the grammar of ISO 28500 section 4.</summary>
internal sealed class WarcHead
{
    /// <summary>Only this one may stand more than once (section 4).</summary>
    private const string Repeatable = "WARC-Concurrent-To";

    private static readonly SearchValues<char> _nameLetters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private WarcHead() { }

    public List<string> ConcurrentTo { get; } = [];

    /// <summary>Set by a head that was read without complaint.</summary>
    public long ContentLength { get; private set; }

    public string Type => this["WARC-Type"] ?? "";

    /// <summary>Null where the record does not have it.</summary>
    public string? this[string name] => _fields.GetValueOrDefault(name);

    /// <summary>Gives the head or, in <paramref name="code"/>, what is wrong with it.</summary>
    /// <param name="bytes">Up to the empty line and with it.</param>
    public static WarcHead? Read(ReadOnlySpan<byte> bytes, out string? code)
    {
        var head = new WarcHead();
        code = head.Fill(bytes) ?? head.FindMissing();
        return code is null ? head : null;
    }

    private string? Fill(ReadOnlySpan<byte> bytes)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        if (lines[0] is not ("WARC/1.0" or "WARC/1.1"))
            return "warc.version";
        foreach (var line in lines[1..^2])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || line.AsSpan(0, colon).ContainsAnyExcept(_nameLetters) || line.AsSpan().ContainsAny('\r', '\n', '\0'))
                return "warc.field-broken";
            var (name, value) = (line[..colon], line[(colon + 1)..].Trim(' ', '\t'));
            if (name.Equals(Repeatable, StringComparison.OrdinalIgnoreCase))
                ConcurrentTo.Add(value);
            else if (!_fields.TryAdd(name, value))
                return "warc.field-twice";
        }

        return null;
    }

    /// <remarks>Section 5: four fields are mandatory in every record, others by its type.</remarks>
    private string? FindMissing()
    {
        if (this["Content-Length"] is not { } length || this["WARC-Record-ID"] is not { } id || this["WARC-Date"] is not { } date || Type is "")
            return "warc.field-missing";
        if (!long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return "warc.length-broken";
        ContentLength = count;
        if (!IsId(id))
            return "warc.id-broken";
        if (!IsDate(date))
            return "warc.date-broken";
        var needsTarget = Type is "response" or "resource" or "request" or "revisit" or "conversion" or "continuation";
        if (needsTarget && this["WARC-Target-URI"] is not { Length: > 0 })
            return "warc.field-missing";
        if (Type is "revisit" && this["WARC-Profile"] is null)
            return "warc.field-missing";
        // Sections 5.7 and 5.11: what these two may not stand with.
        if (Type is "warcinfo" or "conversion" or "continuation" && ConcurrentTo.Count > 0)
            return "warc.field-misplaced";
        return Type is "warcinfo" or "response" or "resource" or "request" or "continuation" && this["WARC-Refers-To"] is not null
            ? "warc.field-misplaced" : null;
    }

    private static bool IsId(string id) =>
        id is ['<', .. var inner, '>'] && Uri.TryCreate(inner, UriKind.Absolute, out _) && !inner.AsSpan().ContainsAny(' ', '<', '>');

    /// <remarks>Section 5.4: UTC, down to a year, and up to nine digits below the second.</remarks>
    private static bool IsDate(string date)
    {
        const int MaxDigits = 9, DigitsRead = 7;
        var dot = date.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            var digits = date[(dot + 1)..].TrimEnd('Z');
            if (digits.Length is 0 or > MaxDigits || !digits.All(char.IsAsciiDigit) || date[^1] != 'Z')
                return false;
            date = $"{date[..dot]}.{digits[..Math.Min(digits.Length, DigitsRead)]}Z";
        }

        return DateTimeOffset.TryParseExact(
            date, ["yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", "yyyy-MM-ddTHH:mmZ", "yyyy-MM-dd", "yyyy-MM", "yyyy"],
            CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);
    }
}
