using System.Text.RegularExpressions;

namespace Terjaga.Screening;

/// <summary>Finds web links, also those written so that software does not see them.</summary>
internal static partial class LinkFinder
{
    /// <summary>Links that are kept of one text; who sends more tells nothing more.</summary>
    public const int MaxLinks = 200;

    /// <summary>Distinct links with a scheme, in order.</summary>
    public static IReadOnlyList<string> Find(string text)
    {
        var links = new List<string>();
        foreach (Match match in Link().Matches(text))
        {
            if (links.Count == MaxLinks)
                break;
            var link = match.Value.TrimEnd('.', ',', ')', ']', '!', '?', ';', ':')
                .Replace("[.]", ".", StringComparison.Ordinal).Replace("(.)", ".", StringComparison.Ordinal);
            link = Disguise().Replace(link, "http$1://");
            if (!link.Contains("://", StringComparison.Ordinal))
                link = "https://" + link;
            if (Uri.TryCreate(link, UriKind.Absolute, out _) && !links.Contains(link, StringComparer.OrdinalIgnoreCase))
                links.Add(link);
        }

        return links;
    }

    public static IReadOnlyList<string> Hosts(IEnumerable<string> links) =>
        [.. links.Select(link => new Uri(link).Host).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Names on Telegram, from its links.</summary>
    public static IReadOnlyList<string> Handles(IEnumerable<string> links) =>
        [.. links.Select(link => new Uri(link)).Where(uri => uri.Host is "t.me" or "telegram.me")
            .Select(uri => uri.Segments.Length > 1 ? uri.Segments[1].Trim('/') : "")
            .Where(name => name.Length > 0 && !name.StartsWith('+'))
            .Select(name => "telegram:" + name.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(
        @"(?:h(?:tt|xx)ps?://[^\s<>""']{1,2000})|(?:\b(?:[a-z0-9-]{1,63}(?:\.|\[\.\]|\(\.\))){1,5}(?:com|net|org|id|co|me|ly|io|info|xyz|top|site|online|app|link|shop|club|store|live|vip|cc|biz|work)\b(?:/[^\s<>""']{0,2000})?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"^h(?:tt|xx)p(s?)://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disguise();
}
