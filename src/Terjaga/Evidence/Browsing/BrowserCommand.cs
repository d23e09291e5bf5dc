using System.Diagnostics;
using System.Globalization;

namespace Terjaga.Evidence.Browsing;

/// <summary>How the browser is started: behind walls, as nobody, with an end that does not depend on this process.</summary>
/// <remarks>
/// A name space of the kernel without any network, where this machine lets us make one: whatever the page does, no packet
/// can leave but by a request that we carry out. Elsewhere a proxy that does not exist takes its place. A name space of
/// processes ends all of them with the first. Chromium's own sandbox is never switched off.
/// </remarks>
internal static class BrowserCommand
{
    /// <summary>The user that owns nothing, as every Linux has it.</summary>
    private const int Nobody = 65_534;

    /// <summary>Largest file that it may write, in bytes (64 MiB), and longest use of a processor, in seconds.</summary>
    private const long MaxFileBytes = 64L * 1024 * 1024, MaxProcessorSeconds = 60;

    /// <summary>Turns input and output into the pipes that the browser listens to, and gives the profile to its user.</summary>
    private const string Script = "[ -z \"$OWNER\" ] || chown \"$OWNER\" \"$HOME\"; exec 3<&0 4>&1 </dev/null >/dev/null; exec \"$@\"";

    private static readonly string[] _asNobody =
        ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs", "--"];

    private static readonly string[] _switches =
    [
        "--headless", "--remote-debugging-pipe", "--disable-gpu", "--disable-quic", "--disable-sync", "--disable-extensions",
        "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-breakpad",
        "--disable-dev-shm-usage", "--no-first-run", "--hide-scrollbars", "--mute-audio", "--deny-permission-prompts",
        "--js-flags=--max-old-space-size=256",
        // Port 9 is "discard": nothing listens, also where the page asks for this very machine.
        "--proxy-server=http://127.0.0.1:9", "--proxy-bypass-list=<-loopback>", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    ];

    /// <summary>True where the browser is in a name space without a network.</summary>
    public static bool HasNoNetwork => NameSpaces.Alone.Count > 0;

    /// <param name="profile">An empty folder.</param>
    public static ProcessStartInfo Of(string program, string profile, TimeSpan time)
    {
        var seconds = time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("sh",
        [
            "-c", Script, "sh", "timeout", "--signal=KILL", seconds, "prlimit", $"--cpu={MaxProcessorSeconds}", $"--fsize={MaxFileBytes}", "--core=0",
            .. NameSpaces.Alone, .. Environment.IsPrivilegedProcess ? _asNobody : [], program, .. _switches, $"--user-data-dir={profile}", "about:blank",
        ])
        {
            WorkingDirectory = profile,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nothing of ours: the environment of the desk holds its secrets.
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin";
        start.Environment["HOME"] = profile;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["OWNER"] = Environment.IsPrivilegedProcess ? $"{Nobody}:{Nobody}" : "";
        return start;
    }
}
