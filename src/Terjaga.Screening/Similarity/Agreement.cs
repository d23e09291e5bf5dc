namespace Terjaga.Screening.Similarity;

/// <summary>Where two texts say the same and where they differ, for showing them side by side.</summary>
/// <param name="Same">In the order of the second text; a run of the first is in one of them at most.</param>
/// <param name="OnlyInFirst">What the second has not, in order: other words, figures, links.</param>
/// <param name="OnlyInSecond">What the first has not.</param>
public sealed record Agreement(IReadOnlyList<AgreeingRun> Same, IReadOnlyList<TextSpan> OnlyInFirst, IReadOnlyList<TextSpan> OnlyInSecond)
{
    /// <summary>Compares words as they are meant, figures too; marks and pictures between them are part of neither.</summary>
    public static Agreement Of(string first, string second)
    {
        var (one, other) = (PlacedWords.Of(first), PlacedWords.Of(second));
        var partners = WordAlignment.Of(one.Hashes, other.Hashes);
        var isPaired = new bool[one.Hashes.Length];
        var (same, onlyInSecond) = (new List<AgreeingRun>(), new List<TextSpan>());
        for (var from = 0; from < partners.Length;)
        {
            var to = from + 1;
            while (to < partners.Length && partners[to] == (partners[from] < 0 ? -1 : partners[from] + to - from))
                to++;
            if (partners[from] < 0)
            {
                onlyInSecond.Add(other.Span(from, to));
            }
            else
            {
                isPaired.AsSpan(partners[from], to - from).Fill(true);
                same.Add(new AgreeingRun(one.Span(partners[from], partners[to - 1] + 1), other.Span(from, to)));
            }

            from = to;
        }

        return new Agreement(same, Unpaired(one, isPaired), onlyInSecond);
    }

    private static List<TextSpan> Unpaired(PlacedWords words, bool[] isPaired)
    {
        var spans = new List<TextSpan>();
        for (var from = 0; from < isPaired.Length;)
        {
            var to = from + 1;
            while (to < isPaired.Length && isPaired[to] == isPaired[from])
                to++;
            if (!isPaired[from])
                spans.Add(words.Span(from, to));
            from = to;
        }

        return spans;
    }
}
