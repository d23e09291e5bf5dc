using System.Globalization;
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

    /// <summary>Columns of the table, and the level of a word in it (Tesseract's TSV).</summary>
    private const int Columns = 12, WordLevel = 5, LineColumn = 4, ConfidenceColumn = 10, TextColumn = 11;

    /// <summary>Indonesian and English; one column of text of different sizes (4), which read the most words of the posters (docs/quality.md).</summary>
    private static readonly string[] _arguments = ["stdin", "stdout", "-l", "ind+eng", "--psm", "4", "tsv"];

    /// <summary>
    /// The words; <see cref="ReadWords.None"/> where it has none or cannot be decoded. Null where the program is not
    /// installed: the feature is off then, and the picture waits for a person's eyes.
    /// </summary>
    internal static async Task<ReadWords?> ReadAsync(byte[] picture, CancellationToken cancellationToken) =>
        await PictureDecoder.RunAsync(picture, cancellationToken) is { } decoded ? await ReadGreyAsync(decoded.Grey, cancellationToken) : ReadWords.None;

    /// <param name="grey">As <see cref="PictureDecoder"/> gives it.</param>
    internal static async Task<ReadWords?> ReadGreyAsync(byte[] grey, CancellationToken cancellationToken)
    {
        var answer = await ChildProcess.RunAsync("tesseract", _arguments, grey, MaxTable, isManaged: false, cancellationToken);
        return answer.IsMissing ? null : answer.Output is { } table ? Parse(Encoding.UTF8.GetString(table)) : ReadWords.None;
    }

    private static ReadWords Parse(string table)
    {
        var (text, line, sum, count) = (new StringBuilder(), "", 0.0, 0);
        foreach (var row in table.Split('\n').Skip(1))
        {
            var cells = row.Split('\t');
            if (cells.Length != Columns || !int.TryParse(cells[0], CultureInfo.InvariantCulture, out var level) || level != WordLevel
                || string.IsNullOrWhiteSpace(cells[TextColumn]) || text.Length + cells[TextColumn].Length >= MaxWordsLength)
            {
                continue;
            }

            var lineOfWord = string.Join('.', cells[1..(LineColumn + 1)]);
            if (text.Length > 0)
                text.Append(lineOfWord == line ? ' ' : '\n');
            line = lineOfWord;
            text.Append(cells[TextColumn].Trim());
            count++;
            if (double.TryParse(cells[ConfidenceColumn], CultureInfo.InvariantCulture, out var confidence))
                sum += confidence / 100;
        }

        var words = text.ToString();
        return count == 0 ? ReadWords.None
            : new ReadWords(PlainText.IsReadable(words) ? words : string.Concat(words.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal), sum / count);
    }
}
