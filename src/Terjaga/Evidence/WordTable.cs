using System.Globalization;
using System.Text;

namespace Terjaga.Evidence;

/// <summary>What Tesseract read in a picture, word by word, as its TSV tells it.</summary>
internal sealed class WordTable
{
    /// <summary>Columns of the table, and the level of a word in it.</summary>
    private const int Columns = 12, WordLevel = 5, LineColumn = 4, ConfidenceColumn = 10, TextColumn = 11;

    /// <summary>Fewest letters and figures of a word, and its least confidence, that a second look may add to the first.</summary>
    private const int MinAddedLength = 3;

    private const double MinAddedConfidence = 0.5;

    private readonly List<Word> _words = [];

    /// <param name="Line">Block, paragraph and line.</param>
    /// <param name="Confidence">0 to 1.</param>
    private sealed record Word(string Line, string Text, double Confidence);

    public int Count => _words.Count;

    public static WordTable Parse(string tsv)
    {
        var table = new WordTable();
        foreach (var row in tsv.Split('\n').Skip(1))
        {
            var cells = row.Split('\t');
            if (cells.Length == Columns && int.TryParse(cells[0], CultureInfo.InvariantCulture, out var level) && level == WordLevel
                && !string.IsNullOrWhiteSpace(cells[TextColumn]))
            {
                _ = double.TryParse(cells[ConfidenceColumn], CultureInfo.InvariantCulture, out var confidence);
                table._words.Add(new Word(string.Join('.', cells[1..(LineColumn + 1)]), cells[TextColumn].Trim(), confidence / 100));
            }
        }

        return table;
    }

    /// <summary>Adds the words of another look that this one has nowhere, in their lines.</summary>
    public void Add(WordTable other)
    {
        var known = _words.Select(word => Plain(word.Text)).ToHashSet(StringComparer.Ordinal);
        _words.AddRange(other._words.Where(word => word.Confidence >= MinAddedConfidence && Plain(word.Text) is { Length: >= MinAddedLength } plain && !known.Contains(plain))
            .Select(word => word with { Line = "+" + word.Line }));
    }

    public ReadWords ToWords()
    {
        var (text, line) = (new StringBuilder(), "");
        foreach (var word in _words)
        {
            if (text.Length + word.Text.Length >= PictureReader.MaxWordsLength)
                continue;
            if (text.Length > 0)
                text.Append(word.Line == line ? ' ' : '\n');
            line = word.Line;
            text.Append(word.Text);
        }

        var words = text.ToString();
        return _words.Count == 0 ? ReadWords.None : new ReadWords(
            PlainText.IsReadable(words) ? words : string.Concat(words.EnumerateRunes()).Replace("\0", "", StringComparison.Ordinal),
            _words.Average(word => word.Confidence));
    }

    /// <summary>Whether a line has a number that may be a phone or an account.</summary>
    public bool HasNumber(int minFigures) => _words.GroupBy(word => word.Line).Any(line => line.Sum(word => word.Text.Count(char.IsAsciiDigit)) >= minFigures);

    private static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
