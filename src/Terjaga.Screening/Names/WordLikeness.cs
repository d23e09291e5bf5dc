namespace Terjaga.Screening.Names;

/// <summary>How likely one spelled word is a slip of another.</summary>
internal static class WordLikeness
{
    /// <summary>Most slips of a word, for each of its letters: one letter of five.</summary>
    public const double MaxSlips = 0.22;

    /// <summary>Longest word that is compared letter by letter.</summary>
    public const int MaxLength = 24;

    /// <summary>What is written as an abbreviation says less than the word itself.</summary>
    private const double OfSkeleton = 0.95, OfBeginning = 0.8, OfInitial = 0.7;

    /// <summary>Letters that are taken for one another by ear; each pair in both orders.</summary>
    private const string BySound = "vffvvppvfppfkcckszzsjyyjiyyioaao";

    /// <summary>Letters that are near one another by ear.</summary>
    private const string ByEar = "ieeiuoouaeeatddtbppbgkkgmnnm";

    /// <summary>0 to 1; 1 where both are the same, 0 where one is no slip of the other.</summary>
    /// <param name="written">The word of a stranger.</param>
    public static double Of(string written, string listed)
    {
        if (written == listed)
            return 1;
        if (written.Length == 1)
            return listed[0] == written[0] ? OfInitial : 0;
        if (written.Length >= 3 && !written.Any(NameSounds.IsVowel) && written == NameSounds.Skeleton(listed))
            return OfSkeleton;
        if (written.Length >= 3 && listed.Length >= written.Length + 2 && listed.StartsWith(written, StringComparison.Ordinal))
            return OfBeginning;
        if (Math.Abs(written.Length - listed.Length) > 3 || written.Length > MaxLength || listed.Length > MaxLength)
            return 0;
        var slips = Slips(written, listed);
        return slips <= MaxSlips * Math.Max(written.Length, listed.Length) ? 1 - (slips / listed.Length) : 0;
    }

    /// <summary>Weighted number of slips: letters left out, put in, exchanged, or taken for another.</summary>
    /// <remarks>Optimal string alignment (Damerau 1964, restricted), with the costs of single letters in place of ones.</remarks>
    private static double Slips(string written, string listed)
    {
        Span<double> before = stackalloc double[MaxLength + 1];
        Span<double> above = stackalloc double[MaxLength + 1];
        Span<double> row = stackalloc double[MaxLength + 1];
        for (var j = 1; j <= listed.Length; j++)
            above[j] = above[j - 1] + Missing(listed[j - 1], j == 1);
        for (var i = 1; i <= written.Length; i++)
        {
            row[0] = above[0] + Missing(written[i - 1], i == 1);
            for (var j = 1; j <= listed.Length; j++)
            {
                var (a, b) = (written[i - 1], listed[j - 1]);
                row[j] = Math.Min(
                    above[j - 1] + Taken(a, b, i == 1 && j == 1),
                    Math.Min(above[j] + Missing(a, i == 1), row[j - 1] + Missing(b, j == 1)));
                if (i > 1 && j > 1 && a == listed[j - 2] && written[i - 2] == b && a != b)
                    row[j] = Math.Min(row[j], before[j - 2] + 0.7);
            }

            var spare = before;
            before = above;
            above = row;
            row = spare;
        }

        return above[listed.Length];
    }

    /// <summary>A first letter is seldom wrong; a vowel more often than a consonant.</summary>
    private static double Missing(char c, bool isFirst) => (c == 'h' ? 0.3 : NameSounds.IsVowel(c) ? 0.6 : 0.9) + (isFirst ? 0.5 : 0);

    private static double Taken(char a, char b, bool isFirst)
    {
        if (a == b)
            return 0;
        if (IsPair(BySound, a, b))
            return 0.3;
        return (IsPair(ByEar, a, b) ? 0.5 : 1) + (isFirst ? 0.6 : 0);
    }

    private static bool IsPair(string pairs, char a, char b)
    {
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (pairs[i] == a && pairs[i + 1] == b)
                return true;
        }

        return false;
    }
}
