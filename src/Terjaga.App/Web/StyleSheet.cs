using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Terjaga.App.Web;

/// <summary>The one style sheet and the sign of the house, carried inside the executable.</summary>
internal static partial class StyleSheet
{
    private const string Forever = "public, max-age=31536000, immutable";

    private static readonly byte[] _style = Encoding.UTF8.GetBytes(Squeeze(Encoding.UTF8.GetString(Read("style.css"))));
    private static readonly byte[] _icon = Read("icon.svg");

    /// <summary>Address with the hash of the content, so that a browser may keep it for ever.</summary>
    public static string Address { get; } = $"/style.css?v={Hash(_style)}";

    public static string IconAddress { get; } = $"/icon.svg?v={Hash(_icon)}";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapStyleSheet()
        {
            routes.MapGet("/style.css", (HttpResponse response) => Serve(response, _style, "text/css; charset=utf-8"))
                .ExcludeFromDescription();
            routes.MapGet("/icon.svg", (HttpResponse response) => Serve(response, _icon, "image/svg+xml"))
                .ExcludeFromDescription();
        }
    }

    private static FileContentHttpResult Serve(HttpResponse response, byte[] content, string type)
    {
        response.Headers.CacheControl = Forever;
        return TypedResults.Bytes(content, type);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content))[..12];

    /// <remarks>The sheet is written to be read; its comments and white space stay at home. It has none that matters in a string.</remarks>
    private static string Squeeze(string css) => CommentPattern().Replace(css, "")
        .Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal)
        .Replace(": ", ":", StringComparison.Ordinal).Replace("; ", ";", StringComparison.Ordinal)
        .Replace(" { ", "{", StringComparison.Ordinal).Replace(" {", "{", StringComparison.Ordinal)
        .Replace(" }", "}", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal)
        .Replace(" > ", ">", StringComparison.Ordinal).Replace(";}", "}", StringComparison.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = typeof(StyleSheet).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The executable was built without {name}.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();
}
