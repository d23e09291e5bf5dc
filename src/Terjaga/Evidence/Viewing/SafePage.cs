using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Io;
using Ganss.Xss;

namespace Terjaga.Evidence.Viewing;

/// <summary>A captured page as people may look at it: its words and their order, and nothing that acts, loads or leads away.</summary>
internal static class SafePage
{
    /// <summary>Deepest nesting that is drawn, as browsers have it; honest pages stay below 100.</summary>
    private const int MaxDepth = 512;

    private static readonly string[] _kept =
    [
        "a", "abbr", "article", "aside", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "ins", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s",
        "section", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
    ];

    private static readonly string[] _keptAttributes = ["colspan", "rowspan", "lang", "dir"];

    /// <summary>
    /// A whole document in UTF-8. Fails with <c>evidence.not-a-page</c> (no HTML, or more than <c>2 MiB</c> of it) or
    /// <c>evidence.too-deep</c>.
    /// </summary>
    public static async Task<Result<byte[]>> OfAsync(byte[] body, string? mediaType, CancellationToken cancellationToken)
    {
        if (body.Length is 0 or > PageText.MaxBytes || mediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) != true)
            return new Problem("evidence.not-a-page");

        using var context = BrowsingContext.New(Configuration.Default);
        using var stream = new MemoryStream(body);
        using var document = await context.OpenAsync(
            response => response.Content(stream).Header(HeaderNames.ContentType, mediaType), cancellationToken);
        if (document is not IHtmlDocument page || IsTooDeep(document))
            return new Problem("evidence.too-deep");

        var title = document.Title;
        using var clean = Cleaner().SanitizeDom(page, page.Body);
        var text = new StringBuilder("<!doctype html><meta charset=utf-8><title>").Append(System.Net.WebUtility.HtmlEncode(title)).Append("</title>");
        return Encoding.UTF8.GetBytes(text.Append(clean.Body?.InnerHtml).ToString());
    }

    private static HtmlSanitizer Cleaner()
    {
        var cleaner = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = new HashSet<string>(_kept, StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = new HashSet<string>(_keptAttributes, StringComparer.OrdinalIgnoreCase),
        })
        {
            KeepChildNodes = true,
        };
        // Words of what is dropped whole are no words of the page.
        cleaner.RemovingTag += (_, removing) =>
        {
            if (removing.Tag.LocalName is "script" or "style" or "noscript" or "template" or "svg" or "math" or "iframe" or "object" or "select" or "textarea")
                removing.Tag.TextContent = "";
        };
        return cleaner;
    }

    /// <remarks>Without recursion: this is what protects those that recur.</remarks>
    private static bool IsTooDeep(IDocument document)
    {
        var depth = 0;
        for (INode? node = document.DocumentElement; node is not null; node = Next(node, ref depth))
        {
            if (depth > MaxDepth)
                return true;
        }

        return false;
    }

    private static INode? Next(INode node, ref int depth)
    {
        if (node.FirstChild is { } child)
        {
            depth++;
            return child;
        }

        for (var at = node; at is not null && at.Parent is not IDocument; at = at.Parent)
        {
            if (at.NextSibling is { } next)
                return next;
            depth--;
        }

        return null;
    }
}
