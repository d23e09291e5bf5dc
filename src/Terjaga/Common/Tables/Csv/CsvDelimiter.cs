namespace Terjaga.Common.Tables.Csv;

/// <summary>Guesses what stands between the cells of a line.</summary>
internal static class CsvDelimiter
{
    private const char Usual = ',';

    /// <summary>Lines that are compared with the header.</summary>
    private const int Lines = 20;

    /// <summary>The one of <c>, ; tab |</c> that most lines have as often as the header, and of these the one it has most often.</summary>
    public static char Guess(ReadOnlySpan<char> head)
    {
        var (best, bestScore) = (Usual, (Same: 0, Often: 0));
        foreach (var candidate in (ReadOnlySpan<char>)[Usual, ';', '\t', '|'])
        {
            var counts = Counts(head, candidate);
            if (counts is not [> 0, ..])
                continue;
            var score = (Same: counts.Count(count => count == counts[0]), Often: counts[0]);
            if (score.CompareTo(bestScore) > 0)
                (best, bestScore) = (candidate, score);
        }

        return best;
    }

    /// <summary>How often it stands outside of quotes, in each of the first lines that are not empty.</summary>
    private static List<int> Counts(ReadOnlySpan<char> head, char candidate)
    {
        var counts = new List<int>();
        var (count, length, quoted) = (0, 0, false);
        foreach (var character in head)
        {
            quoted ^= character == '"';
            if (quoted || character is not ('\r' or '\n'))
            {
                length++;
                count += !quoted && character == candidate ? 1 : 0;
                continue;
            }

            if (length > 0)
                counts.Add(count);
            if (counts.Count == Lines)
                return counts;
            (count, length) = (0, 0);
        }

        // The last line may be cut where the head ends; it counts only where there is no other.
        return counts.Count == 0 ? [count] : counts;
    }
}
