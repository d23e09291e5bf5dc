using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Io;

namespace Terjaga.Evidence;

/// <summary>Reads the words of a page, and nothing of what it would do.</summary>
internal static class PageText
{
    /// <summary>Longest text that is kept, in UTF-16 units.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Largest page whose words are read, in bytes (2 MiB); more markup than that hides, it does not tell.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly HashSet<string> _silent =
        new(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "SVG", "HEAD", "IFRAME", "OBJECT"], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Title, descriptions and visible words, white space folded; null if there are none, or the bytes are no text.
    /// </summary>
    public static async Task<string?> ReadAsync(byte[] body, string? mediaType, CancellationToken cancellationToken)
    {
        if (!IsText(body, mediaType))
            return null;

        using var context = BrowsingContext.New(Configuration.Default);
        using var stream = new MemoryStream(body);
        using var document = await context.OpenAsync(
            response => response.Content(stream).Header(HeaderNames.ContentType, mediaType ?? "text/html"), cancellationToken);
        var text = new StringBuilder();
        Append(text, document.Title);
        foreach (var meta in document.QuerySelectorAll("meta[property^='og:'], meta[name='description']"))
            Append(text, meta.GetAttribute("content"));
        if (document.Body is { } page)
            AppendVisible(text, page);
        return text.Length == 0 ? null : Clean(text.ToString());
    }

    /// <summary>Whether there may be words to read.</summary>
    public static bool IsText(byte[] body, string? mediaType)
    {
        var type = mediaType?.Split(';')[0].Trim().ToLowerInvariant() ?? "text/html";
        return body.Length is > 0 and <= MaxBytes && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("html", StringComparison.Ordinal));
    }

    /// <summary>Words that a browser showed, in the same form; null if there are none.</summary>
    public static string? Trim(string words)
    {
        var text = new StringBuilder();
        Append(text, words);
        return text.Length == 0 ? null : Clean(text.ToString());
    }

    /// <remarks>Walks without recursion: a page may be nested deeper than the stack.</remarks>
    private static void AppendVisible(StringBuilder text, INode page)
    {
        var open = new Stack<INode>([page]);
        while (open.TryPop(out var node) && text.Length < MaxLength)
        {
            if (node is IText words)
                Append(text, words.Data);
            if (node is IElement element && _silent.Contains(element.TagName))
                continue;
            for (var child = node.LastChild; child is not null; child = child.PreviousSibling)
                open.Push(child);
        }
    }

    private static void Append(StringBuilder text, string? words)
    {
        foreach (var word in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Length >= MaxLength)
                return;
            if (text.Length > 0)
                text.Append(' ');
            text.Append(word);
        }
    }

    /// <summary>No longer than the limit, and carried by every part of the desk.</summary>
    private static string Clean(string text)
    {
        var end = Math.Min(text.Length, MaxLength);
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        var kept = text[..end].Replace("\0", "", StringComparison.Ordinal);
        return PlainText.IsReadable(kept) ? kept : string.Concat(kept.EnumerateRunes());
    }
}
