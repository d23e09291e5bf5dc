using System.ComponentModel;
using System.Diagnostics;

namespace Terjaga.Tests.Evidence.Custody;

/// <summary>The real <c>openssl</c>, so that what we say an outsider can check is checked as an outsider does.</summary>
internal static class OpenSsl
{
    /// <summary>What it prints; skips the test where there is none (in CI that fails).</summary>
    public static async Task<string> RunAsync(string folder, params string[] arguments)
    {
        var (code, output) = await TryAsync(folder, arguments);
        Assert.True(code == 0, output);
        return output;
    }

    public static async Task<(int Code, string Output)> TryAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }

    private static Process Start(string folder, string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("openssl", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip("openssl is not installed.");
            throw;
        }
    }
}
