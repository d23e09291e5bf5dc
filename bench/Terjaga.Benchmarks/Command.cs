using System.Diagnostics;

namespace Terjaga.Benchmarks;

/// <summary>A program of the system, run to its end.</summary>
internal static class Command
{
    /// <summary>The full path of a program; null if it is not installed.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Gives what it wrote. A program that fails is an exception, with what it said; one that we stop waiting for is killed.</summary>
    /// <param name="folder">Where it runs.</param>
    public static async Task<string> RunAsync(
        string program, IEnumerable<string> arguments, CancellationToken cancellationToken, string folder = "/")
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        })!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var said = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await said}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
