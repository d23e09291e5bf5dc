using System.Text;
using System.Text.RegularExpressions;

namespace Terjaga.App.Web;

/// <summary>The one style sheet and the sign of the house, carried inside the executable.</summary>
internal static partial class StyleSheet
{
    private static readonly OwnFile _style =
        new("/style.css", Encoding.UTF8.GetBytes(Squeeze(Encoding.UTF8.GetString(OwnFile.Read("style.css")))), "text/css; charset=utf-8");

    private static readonly OwnFile _icon = new("/icon.svg", OwnFile.Read("icon.svg"), "image/svg+xml");

    public static string Address => _style.Address;

    public static string IconAddress => _icon.Address;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapStyleSheet()
        {
            routes.MapOwnFile(_style);
            routes.MapOwnFile(_icon);
        }
    }

    /// <remarks>The sheet is written to be read; its comments and white space stay at home. It has none that matters in a string.</remarks>
    private static string Squeeze(string css) => CommentPattern().Replace(css, "")
        .Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal)
        .Replace(": ", ":", StringComparison.Ordinal).Replace("; ", ";", StringComparison.Ordinal)
        .Replace(" { ", "{", StringComparison.Ordinal).Replace(" {", "{", StringComparison.Ordinal)
        .Replace(" }", "}", StringComparison.Ordinal).Replace(", ", ",", StringComparison.Ordinal)
        .Replace(" > ", ">", StringComparison.Ordinal).Replace(";}", "}", StringComparison.Ordinal);

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex CommentPattern();
}
