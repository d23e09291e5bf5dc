using System.ComponentModel;
using System.Diagnostics;
using Terjaga.Screening.Images;

namespace Terjaga.Evidence;

/// <summary>Reads the words in a picture with Tesseract, in a process of its own.</summary>
internal static class PictureReader
{
    /// <summary>Longest text that is kept, in characters.</summary>
    public const int MaxWordsLength = 20_000;

    /// <summary>Largest picture that is opened, in pixels: the size is read from the header before anything is decoded.</summary>
    public const long MaxPixels = 40_000_000;

    private const string Program = "tesseract";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The words; empty where it has none or may not be opened. Null where the program is not installed: the feature is
    /// off then, and the picture waits for a person's eyes.
    /// </summary>
    public static async Task<ReadWords?> ReadAsync(byte[] picture, CancellationToken cancellationToken)
    {
        if (PictureHeader.TryRead(picture) is not { } header || (long)header.Width * header.Height > MaxPixels)
            return ReadWords.None;

        using var process = new Process { StartInfo = Start() };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        try
        {
            return new ReadWords(await TalkAsync(process, picture, limit.Token), null);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ReadWords.None;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static ProcessStartInfo Start() => new(Program, ["stdin", "stdout", "-l", "ind+eng"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["OMP_THREAD_LIMIT"] = "1" },
    };

    private static async Task<string> TalkAsync(Process process, byte[] picture, CancellationToken cancellationToken)
    {
        // Heard and thrown away, so that it never waits for us to listen.
        process.BeginErrorReadLine();
        var answer = ReadAsync(process.StandardOutput, cancellationToken);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(picture, cancellationToken);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped reading what it cannot decode; its answer is empty then.
        }

        return await answer;
    }

    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var buffer = new char[MaxWordsLength];
        var length = await reader.ReadBlockAsync(buffer, cancellationToken);
        var words = string.Join(' ', new string(buffer, 0, length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return PlainText.IsReadable(words) ? words : string.Concat(words.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal);
    }
}
