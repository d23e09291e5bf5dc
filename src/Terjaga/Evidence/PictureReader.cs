using System.Diagnostics;
using System.Text;

namespace Terjaga.Evidence;

/// <summary>Reads the words in a picture with Tesseract, in a process of its own.</summary>
public static class PictureReader
{
    /// <summary>Largest picture that is opened, in pixels: the size is read from the header before anything is decoded.</summary>
    public const long MaxPixels = 40_000_000;

    /// <summary>Longest text that is kept, in characters.</summary>
    internal const int MaxWordsLength = 20_000;

    /// <summary>Most bytes of the table of words.</summary>
    private const int MaxTable = 4 * 1024 * 1024;

    /// <summary>
    /// Words below which a second look is taken, for words that stand alone: an offer has more. And figures of a phone, which an
    /// offer has too (docs/quality.md tells what the two looks find).
    /// </summary>
    private const int FewWords = 50, FiguresOfPhone = 9;

    /// <summary>Indonesian and English; one column of text of different sizes (4), which read the most words of the posters (docs/quality.md).</summary>
    private static readonly string[] _arguments = ["stdin", "stdout", "-l", "ind+eng", "--psm", "4", "tsv"];

    /// <summary>Words wherever they stand (11), in one language, which takes half the time.</summary>
    private static readonly string[] _scattered = ["stdin", "stdout", "-l", "ind", "--psm", "11", "tsv"];

    /// <summary>Longest first look after which a second one is taken: both must end within the lease of the work that reads pictures.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The words; <see cref="ReadWords.None"/> where it has none. Null where the program is not installed: the feature is off
    /// then, and the picture waits for a person's eyes.
    /// </summary>
    /// <param name="grey">As <see cref="PictureDecoder"/> gives it.</param>
    internal static async Task<ReadWords?> ReadGreyAsync(byte[] grey, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        if (await LookAsync(_arguments, grey, cancellationToken) is not { } words)
            return null;
        var isLittle = words.Count < FewWords || !words.HasNumber(FiguresOfPhone);
        if (isLittle && Stopwatch.GetElapsedTime(begun) < _soon && await LookAsync(_scattered, grey, cancellationToken) is { } more)
            words.Add(more);
        return words.ToWords();
    }

    /// <summary>Null where the program is not installed; empty where it failed.</summary>
    private static async Task<WordTable?> LookAsync(string[] arguments, byte[] grey, CancellationToken cancellationToken)
    {
        var answer = await ChildProcess.RunAsync("tesseract", arguments, grey, MaxTable, isManaged: false, cancellationToken);
        return answer.IsMissing ? null : WordTable.Parse(answer.Output is { } table ? Encoding.UTF8.GetString(table) : "");
    }
}
