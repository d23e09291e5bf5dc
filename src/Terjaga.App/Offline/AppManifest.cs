using System.Text.Json;
using Microsoft.Extensions.Localization;
using Terjaga.App.Intake;
using Terjaga.App.Intake.Checking;
using Terjaga.App.Web;

namespace Terjaga.App.Offline;

/// <summary>What a phone reads to put the public side among its apps (Web Application Manifest, W3C); in Indonesian.</summary>
internal sealed class AppManifest(IStringLocalizer<OfflineWords> words)
{
    public const string Path = "/manifest.webmanifest";

    public const string MediaType = "application/manifest+json";

    /// <summary><c>--brand</c> and <c>--paper</c> of the style sheet in light.</summary>
    public const string Brand = "#0b5a52", Paper = "#faf8f3";

    public OwnFile File { get; } = new(Path, Write(words), MediaType);

    private static byte[] Write(IStringLocalizer words) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object>
    {
        ["id"] = "/",
        ["name"] = words.In(Languages.Indonesian, "app.name"),
        ["short_name"] = "Terjaga",
        ["description"] = words.In(Languages.Indonesian, "app.text"),
        ["lang"] = Languages.Indonesian,
        ["start_url"] = CheckPages.Path,
        ["scope"] = "/",
        ["display"] = "standalone",
        ["theme_color"] = Brand,
        ["background_color"] = Paper,
        ["icons"] = new[]
        {
            Icon(StyleSheet.IconAddress, "image/svg+xml", "any", "any"),
            Icon(AppIcons.Small.Address, AppIcons.MediaType, Square(AppIcons.SmallSide), "any"),
            Icon(AppIcons.Large.Address, AppIcons.MediaType, Square(AppIcons.LargeSide), "any"),
            Icon(AppIcons.Large.Address, AppIcons.MediaType, Square(AppIcons.LargeSide), "maskable"),
        },
    });

    private static string Square(int side) => $"{side}x{side}";

    private static Dictionary<string, string> Icon(string address, string type, string sizes, string purpose) =>
        new() { ["src"] = address, ["type"] = type, ["sizes"] = sizes, ["purpose"] = purpose };
}
