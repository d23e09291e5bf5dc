using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Terjaga.App.Web;

namespace Terjaga.App.Offline;

/// <summary>The service worker: our script (<c>wwwroot/sw.js</c>) under what the server says that it keeps.</summary>
internal static class Worker
{
    /// <summary>At the root, so that it may answer for every public page.</summary>
    public const string Path = "/sw.js";

    private static readonly string _script = Encoding.UTF8.GetString(OwnFile.Read("sw.js"));

    /// <summary>Of ours alone; quotes of a policy stay as they are.</summary>
    private static readonly JsonSerializerOptions _format =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>With what a kept page leans on.</summary>
    private static string[] Files => [StyleSheet.Address, StyleSheet.IconAddress, OfflineArea.ScriptAddress];

    /// <summary>The headers with which a kept page is shown: those that guard it online.</summary>
    private static Dictionary<string, string> Headers => new()
    {
        ["Content-Type"] = "text/html; charset=utf-8",
        ["Content-Security-Policy"] = ContentPolicy.OfPublicPage.Text(isFramed: false),
        ["X-Content-Type-Options"] = "nosniff",
        ["Referrer-Policy"] = "no-referrer",
    };

    /// <summary>The whole script; it differs as soon as anything that is kept differs, and so replaces the one before it.</summary>
    public static string Write(KeptPages.Made pages)
    {
        var kept = JsonSerializer.Serialize(
            new
            {
                Version = OwnFile.Hash(Encoding.UTF8.GetBytes(string.Join('\n', [pages.Version, _script, .. Files, .. Headers.Values]))),
                Pages = $"{KeptPages.Path}?v={pages.Version}",
                Files,
                Headers,
                Instead = OfflineArea.Path,
                Languages = Languages.All,
                Languages.Switch,
                Apart = ApiRequests.Desk,
            },
            _format);
        return $"const kept = {kept};\n{_script}";
    }
}
