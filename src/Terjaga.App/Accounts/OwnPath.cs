namespace Terjaga.App.Accounts;

/// <summary>Where a sign-in may lead back to.</summary>
internal static class OwnPath
{
    /// <summary>Only a path of our own: two slashes or a backslash would lead to another site.</summary>
    public static bool Is(string? path) =>
        (path is ['/', not ('/' or '\\'), ..] or "/") && !path.Any(char.IsControl);
}
