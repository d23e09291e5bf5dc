using Terjaga.App.Web;

namespace Terjaga.App.Accounts.Factors;

/// <summary>The script of the two pages that speak with a device.</summary>
internal static class PasskeyScript
{
    public static OwnFile File { get; } = new("/passkey.js", OwnFile.Read("passkey.js"), "text/javascript; charset=utf-8");
}
