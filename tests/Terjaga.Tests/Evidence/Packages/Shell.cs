using System.Diagnostics;

namespace Terjaga.Tests.Evidence.Packages;

/// <summary>Commands as an outsider types them, in a folder.</summary>
internal sealed class Shell(string folder)
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    /// <summary>Skips the test, with the reason, where a program is not on this machine.</summary>
    public static void Require(params string[] programs)
    {
        foreach (var program in programs)
        {
            var isThere = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(path => File.Exists(Path.Combine(path, program)));
            Assert.SkipUnless(isThere, $"The program {program} is not on this machine.");
        }
    }

    /// <summary>What was written to both outputs, and the exit code.</summary>
    public async Task<(int ExitCode, string Output)> TryAsync(string command)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "exec 2>&1; " + command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(_limit);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            process.Kill(entireProcessTree: true);
            return (-1, "took too long");
        }
    }

    public async Task<string> RunAsync(string command)
    {
        var (exitCode, output) = await TryAsync(command);
        Assert.True(exitCode == 0, $"{command}\n{output}");
        return output;
    }
}
