using System.Buffers;

namespace Terjaga.Takedown.Replies;

/// <summary>Finds mail addresses and the identities of messages in text.</summary>
internal static class MailAddresses
{
    /// <summary>RFC 5322 section 3.2.3 (atext), and the dot between atoms.</summary>
    private static readonly SearchValues<char> _local =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private static readonly SearchValues<char> _host = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    /// <summary>What ends an address in a line.</summary>
    private static readonly SearchValues<char> _ends = SearchValues.Create(" \t<>:;,()[]");

    public static string? FirstIn(string text) => In(text) is [var first, ..] ? first : null;

    /// <summary>In their order, each once, at most as many as <see cref="MailLimits.MaxIds"/>.</summary>
    public static IReadOnlyList<string> In(string text)
    {
        var found = new List<string>();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0 && found.Count < MailLimits.MaxIds; at = text.IndexOf('@', at + 1))
        {
            var before = text.AsSpan(0, at);
            var local = before[(before.LastIndexOfAnyExcept(_local) + 1)..].TrimStart(".'`*");
            var after = text.AsSpan(at + 1);
            var length = after.IndexOfAnyExcept(_host);
            var host = (length < 0 ? after : after[..length]).TrimEnd(".-");
            if (local.Length == 0 || host.Length < 2 || local.Length + host.Length >= MailLimits.MaxAddressLength)
                continue;
            var address = $"{local}@{host}";
            if (!found.Contains(address, StringComparer.OrdinalIgnoreCase))
                found.Add(address);
        }

        return found;
    }

    /// <summary>Those that stand at the beginning of a line: where mail servers list whom they could not reach.</summary>
    public static IReadOnlyList<string> AtLineStarts(string text)
    {
        var found = new List<string>();
        foreach (var line in text.Split('\n').Where(line => line.Contains('@', StringComparison.Ordinal)).Take(MailLimits.MaxFields))
        {
            var trimmed = line.AsSpan().Trim().TrimStart(" \t*>-<'\"(\u2022");
            var end = trimmed.IndexOfAny(_ends);
            var word = (end < 0 ? trimmed : trimmed[..end]).ToString();
            if (FirstIn(word) is { } address && word.StartsWith(address, StringComparison.Ordinal) && !found.Contains(address, StringComparer.OrdinalIgnoreCase))
                found.Add(address);
        }

        return found;
    }
}
