using System.Collections.Frozen;
using System.Globalization;
using System.Net;

namespace Terjaga.Common;

/// <summary>A public web address in one spelling, so that two people who saw the same page report the same link.</summary>
/// <remarks>
/// Spelled as RFC 3986 section 6 allows without asking the server: scheme and host in lower case, host in its
/// ASCII form (UTS 46) without the dot of the root, no default port, no fragment, no user. _tracking parameters are dropped.
/// </remarks>
public sealed record WebAddress
{
    /// <summary>Longest accepted link, in characters; also the width of every address column and of the form field.</summary>
    public const int MaxLength = 2_048;

    /// <summary>Parameters that say who shared a link and not where it leads.</summary>
    private static readonly FrozenSet<string> _tracking = FrozenSet.ToFrozenSet(
        ["fbclid", "gclid", "igsh", "igshid", "mibextid", "ref_src", "si", "_t", "_r", "share_app_id"],
        StringComparer.OrdinalIgnoreCase);

    private WebAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>Host in its ASCII form, lower case, without port.</summary>
    public string Host => ToUri().IdnHost;

    /// <summary>
    /// Reads a link as typed or pasted; a missing scheme is taken as <c>https</c>.
    /// Fails with <c>link.invalid</c>, <c>link.too-long</c> or <c>link.not-public</c> (an address or a name that no
    /// outsider can open, such as <c>localhost</c>).
    /// </summary>
    public static Result<WebAddress> Parse(string? text) => Parse(text, _ => false);

    /// <param name="isGiven">Names of which somebody says what they answer; such a name may be a local one.</param>
    internal static Result<WebAddress> Parse(string? text, Func<string, bool> isGiven)
    {
        var typed = text?.Trim() ?? "";
        if (typed.Length > MaxLength)
            return new Problem("link.too-long", MaxLength);
        if (typed.Length == 0 || typed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return new Problem("link.invalid");
        if (!typed.Contains("://", StringComparison.Ordinal))
            typed = "https://" + typed;
        if (!Uri.TryCreate(typed, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return new Problem("link.invalid");
        if (!IsWellFormedHost(uri))
            return new Problem("link.invalid");
        if (!IsOpenToOutsiders(uri) && !isGiven(uri.IdnHost.TrimEnd('.')))
            return new Problem("link.not-public");
        return Spell(uri) is { Length: <= MaxLength } value
            ? new WebAddress(value)
            : new Problem("link.too-long", MaxLength);
    }

    internal static WebAddress FromStorage(string value) => new(value);

    public Uri ToUri() => new(Value, UriKind.Absolute);

    public override string ToString() => Value;

    private static bool IsWellFormedHost(Uri uri)
    {
        try
        {
            return uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6
                || uri is { HostNameType: UriHostNameType.Dns, IdnHost: { Length: > 0 and <= 253 } host }
                    && host.TrimEnd('.').Split('.').All(label => label.Length is > 0 and <= 63);
        }
        catch (UriFormatException)
        {
            return false;
        }
    }

    private static bool IsOpenToOutsiders(Uri uri) =>
        IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address)
            ? Http.PublicAddress.IsPublic(address)
            : uri.IdnHost.Contains('.', StringComparison.Ordinal) && !Http.PublicAddress.IsLocalName(uri.IdnHost);

    private static string Spell(Uri uri)
    {
        var port = uri.IsDefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{uri.Port}");
        var host = uri.HostNameType == UriHostNameType.IPv6 ? $"[{uri.IdnHost.Trim('[', ']')}]" : uri.IdnHost.TrimEnd('.');
        return $"{uri.Scheme}://{host.ToLowerInvariant()}{port}{uri.AbsolutePath}{WithoutTracking(uri.Query)}";
    }

    private static string WithoutTracking(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair =>
        {
            var name = pair.Split('=', 2)[0];
            return !_tracking.Contains(name) && !name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);
        });
        return string.Join('&', kept) is { Length: > 0 } rest ? "?" + rest : "";
    }
}
