using System.ComponentModel;
using System.Diagnostics;

namespace Terjaga.Evidence;

/// <summary>Name spaces of the kernel (namespaces(7)), in which a program of ours reads what a stranger sent.</summary>
internal static class NameSpaces
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private static readonly Lazy<string[]> _noNetwork = new(() => Stand(["--net", "--"]));

    private static readonly Lazy<string[]> _alone = new(() => Stand(["--net", "--pid", "--fork", "--mount-proc", "--kill-child", "--"]));

    /// <summary>What to put before a command so that it has no network; nothing where this machine does not let us.</summary>
    public static IReadOnlyList<string> WithoutNetwork => _noNetwork.Value;

    /// <summary>The same with processes and mounts of its own: all of them end with the first.</summary>
    public static IReadOnlyList<string> Alone => _alone.Value;

    private static string[] Stand(string[] spaces)
    {
        string[] wall = Environment.IsPrivilegedProcess ? ["unshare", .. spaces] : ["unshare", "--user", "--map-current-user", .. spaces];
        try
        {
            using var trial = Process.Start(new ProcessStartInfo(wall[0], [.. wall[1..], "true"]) { RedirectStandardError = true });
            trial?.WaitForExit(_patience);
            return trial is { HasExited: true, ExitCode: 0 } ? wall : [];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }
}
