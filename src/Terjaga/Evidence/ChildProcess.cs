using System.ComponentModel;
using System.Diagnostics;

namespace Terjaga.Evidence;

/// <summary>Runs a program that reads what a stranger sent, with limits of time, memory and output; it may die of it, the desk does not.</summary>
internal static class ChildProcess
{
    /// <summary>Seconds of a processor, and bytes of address space where the program can live with such a limit.</summary>
    private const int MaxProcessorSeconds = 20;

    private const long MaxAddressSpace = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes that a .NET program may write to, its heap and what native code takes (512 MiB): the largest picture needs 230 MB.</summary>
    private const long MaxWritten = 512L * 1024 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <param name="Output">Null where it failed, was killed, or wrote more than it may.</param>
    /// <param name="IsMissing">The program is not installed.</param>
    public readonly record struct Answer(byte[]? Output, bool IsMissing);

    /// <param name="isManaged">A .NET program reserves more address space than it uses; what it may write to is limited instead.</param>
    public static async Task<Answer> RunAsync(
        string program, IReadOnlyList<string> arguments, byte[] input, int maxOutput, bool isManaged, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = Start(program, arguments, isManaged) };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new Answer(null, IsMissing: true);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            var output = await TalkAsync(process, input, maxOutput, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return new Answer(process.ExitCode == 0 ? output : null, process.ExitCode == NotFound);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer(null, IsMissing: false);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <remarks>What prlimit answers where there is no such program.</remarks>
    private const int NotFound = 127;

    private static ProcessStartInfo Start(string program, IReadOnlyList<string> arguments, bool isManaged)
    {
        string[] limits = isManaged ? [$"--cpu={MaxProcessorSeconds}", $"--data={MaxWritten}"] : [$"--cpu={MaxProcessorSeconds}", $"--as={MaxAddressSpace}"];
        var start = new ProcessStartInfo("prlimit", [.. limits, .. NameSpaces.WithoutNetwork, program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMP_THREAD_LIMIT"] = "1" },
        };
        // What it reads may take it over; the settings of the desk hold secrets.
        foreach (var ours in start.Environment.Keys.Where(key => key.StartsWith("TERJAGA_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(ours);
        if (isManaged)
        {
            // 512 MiB: the largest picture, decoded, turned and in grey.
            start.Environment["DOTNET_GCHeapHardLimit"] = "20000000";
            start.Environment["DOTNET_TieredPGO"] = "0";
        }

        return start;
    }

    private static async Task<byte[]?> TalkAsync(Process process, byte[] input, int maxOutput, CancellationToken cancellationToken)
    {
        // Heard and thrown away, so that it never waits for us to listen.
        process.BeginErrorReadLine();
        var answer = ReadAsync(process.StandardOutput.BaseStream, maxOutput, cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped reading what it cannot decode.
        }

        return await answer;
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, int maxOutput, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (kept.Length + read > maxOutput)
                return null;
            await kept.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        return kept.ToArray();
    }
}
