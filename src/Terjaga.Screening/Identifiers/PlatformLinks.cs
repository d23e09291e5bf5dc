namespace Terjaga.Screening.Identifiers;

/// <summary>Reads the name of an account from a link to a platform.</summary>
internal static class PlatformLinks
{
    private static readonly string[] _notNames =
    [
        "joinchat", "c", "p", "reel", "reels", "tv", "explore", "share", "sharer", "groups", "watch", "events", "photo", "photos",
        "posts", "story.php", "permalink.php", "profile.php", "video", "hashtag", "search", "home", "intent", "i", "pages", "invite",
        "addstickers", "proxy", "share.php", "sharer.php", "marketplace", "message", "send", "channel", "playlist", "company",
        "jobs", "tag", "login", "accounts", "help", "addlist", "boost", "gaming", "feed", "r", "ti", "shorts", "results",
    ];

    /// <summary>A host without its technical first label.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> host) =>
        host.StartsWith("www.") ? host[4..] : host.StartsWith("web.") && !host.EndsWith("whatsapp.com") ? host[4..]
        : host.StartsWith("id-id.") ? host[6..] : host.StartsWith("mobile.") ? host[7..]
        : host.StartsWith("m.") && host.Length > 5 ? host[2..] : host;

    /// <summary>Null for an invitation, a post, and what names nobody.</summary>
    public static string? Name(string platform, string path)
    {
        if (platform is "whatsapp" or "discord")
            return null;
        var parts = path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = (platform, parts) switch
        {
            ("telegram", ["s", var shown, ..]) => shown,
            ("linkedin", ["in", var person, ..]) => person,
            ("linkedin", _) => null,
            ("line", ["ti", "p", var id, ..]) => id.TrimStart('~'),
            ("instagram", ["stories", var teller, ..]) => teller,
            ("youtube", ["c" or "user", var user, ..]) => user,
            ("youtube" or "tiktok", [['@', .. var at], ..]) => at,
            ("youtube" or "tiktok", _) => null,
            (_, [var first, ..]) => first.TrimStart('@'),
            _ => null,
        };
        return name is { Length: > 1 } && name[0] != '+' && !_notNames.Contains(name, StringComparer.OrdinalIgnoreCase)
            && name.AsSpan().IndexOfAnyExcept(_allowed) < 0 ? name.ToLowerInvariant().TrimEnd('.') : null;
    }

    private static readonly System.Buffers.SearchValues<char> _allowed =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-");
}
