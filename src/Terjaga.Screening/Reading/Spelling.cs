namespace Terjaga.Screening.Reading;

/// <summary>Takes the disguise off one word: figures for letters, stretched letters, endings, slips of a picture reader.</summary>
internal static class Spelling
{
    /// <summary>Longest word that is looked at; longer ones are no words.</summary>
    public const int MaxLength = 40;

    /// <summary>Shortest word in which a slip of a picture reader is mended.</summary>
    private const int MinLengthOfSlip = 5;

    /// <summary>Shortest word that an ending is taken from.</summary>
    private const int MinStem = 4;

    private static readonly string[] _endings = ["nya", "lah", "kah", "pun", "ku", "mu", "ne", "e", "na"];

    private static readonly (string Read, string Meant)[] _slips = [("rn", "m"), ("vv", "w"), ("cl", "d"), ("ii", "u"), ("nn", "m")];

    /// <summary>The number of the word that is meant, and its spelling where no rule knows it but a disguise was taken off.</summary>
    public static (int Number, string? Meant) Read(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        var number = vocabulary.Find(word);
        if (number >= 0 || word.Length is < 2 or > MaxLength)
            return (number, null);

        var shape = Shape.Of(word);
        Span<char> meant = stackalloc char[MaxLength];
        if (shape is { Digits: > 0, Letters: > 0 })
            return Figures(word, shape, meant, vocabulary);
        if (shape.Letters == 0)
            return (Vocabulary.Unknown, null);
        if (shape.LongestRun > 1)
        {
            var once = Squeezed(word, meant);
            if ((number = FindOrEnding(once, vocabulary)) >= 0 || shape.LongestRun > 2)
                return (number, number >= 0 ? null : new string(once));
        }

        if ((number = FindEnding(word, vocabulary)) >= 0 || (number = FindSlip(word, meant, vocabulary)) >= 0)
            return (number, null);
        return (Vocabulary.Unknown, null);
    }

    private static (int Number, string? Meant) Figures(ReadOnlySpan<char> word, Shape shape, Span<char> meant, Vocabulary vocabulary)
    {
        // "orang2" is "orang-orang", and "10jt" is a number with its unit.
        if (shape.IsWordThenDigits && word[^1] == '2' && word.Length > 3 && shape.Digits == 1)
        {
            var single = FindOrEnding(word[..^1], vocabulary);
            return (single, single >= 0 ? null : new string(word[..^1]));
        }

        var read = Letters(word, 'i', meant);
        var number = FindOrEnding(read, vocabulary);
        if (number < 0 && word.Contains('1'))
            number = FindOrEnding(Letters(word, 'l', meant), vocabulary);
        if (number >= 0)
            return (number, null);
        if (shape.IsNumberThenWord || shape.IsWordThenDigits || shape.Letters < 2 || shape.Digits > shape.Letters)
            return (Vocabulary.Unknown, null);
        return (Vocabulary.Unknown, new string(Letters(word, 'i', meant)));
    }

    private static ReadOnlySpan<char> Letters(ReadOnlySpan<char> word, char one, Span<char> meant)
    {
        for (var i = 0; i < word.Length; i++)
        {
            meant[i] = word[i] switch
            {
                '0' => 'o',
                '1' => one,
                '2' => 'z',
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '6' => 'g',
                '7' => 't',
                '8' => 'b',
                '9' => 'g',
                var c => c,
            };
        }

        return Squeezed(meant[..word.Length], meant);
    }

    /// <summary>Every run of one letter as one, but for two that stand alone.</summary>
    private static ReadOnlySpan<char> Squeezed(ReadOnlySpan<char> word, Span<char> into)
    {
        var count = 0;
        foreach (var c in word)
        {
            if (count == 0 || into[count - 1] != c)
                into[count++] = c;
        }

        return into[..count];
    }

    private static int FindOrEnding(ReadOnlySpan<char> word, Vocabulary vocabulary) =>
        vocabulary.Find(word) is >= 0 and var number ? number : FindEnding(word, vocabulary);

    private static int FindEnding(ReadOnlySpan<char> word, Vocabulary vocabulary)
    {
        foreach (var ending in _endings)
        {
            if (word.Length >= ending.Length + MinStem && word.EndsWith(ending, StringComparison.Ordinal)
                && vocabulary.Find(word[..^ending.Length]) is >= 0 and var number)
            {
                return number;
            }
        }

        return Vocabulary.Unknown;
    }

    private static int FindSlip(ReadOnlySpan<char> word, Span<char> into, Vocabulary vocabulary)
    {
        if (word.Length < MinLengthOfSlip)
            return Vocabulary.Unknown;
        foreach (var (read, meant) in _slips)
        {
            var at = word.IndexOf(read, StringComparison.Ordinal);
            if (at < 0)
                continue;
            word[..at].CopyTo(into);
            meant.CopyTo(into[at..]);
            word[(at + read.Length)..].CopyTo(into[(at + meant.Length)..]);
            if (vocabulary.Find(into[..(word.Length - read.Length + meant.Length)]) is >= 0 and var number)
                return number;
        }

        return Vocabulary.Unknown;
    }
}
