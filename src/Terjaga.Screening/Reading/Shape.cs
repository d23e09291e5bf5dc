namespace Terjaga.Screening.Reading;

/// <summary>What a word is made of.</summary>
internal readonly record struct Shape(int Letters, int Digits, int LongestRun, bool IsNumberThenWord, bool IsWordThenDigits)
{
    public static Shape Of(ReadOnlySpan<char> word)
    {
        var (letters, digits, longest, run, changes) = (0, 0, 1, 1, 0);
        for (var i = 0; i < word.Length; i++)
        {
            var isDigit = char.IsAsciiDigit(word[i]);
            digits += isDigit ? 1 : 0;
            letters += isDigit ? 0 : 1;
            if (i == 0)
                continue;
            changes += isDigit != char.IsAsciiDigit(word[i - 1]) ? 1 : 0;
            run = word[i] == word[i - 1] ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        var isOneChange = changes == 1;
        return new Shape(
            letters, digits, longest, isOneChange && char.IsAsciiDigit(word[0]), isOneChange && char.IsAsciiDigit(word[^1]));
    }
}
