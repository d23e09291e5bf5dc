using System.Text;

namespace Terjaga.Screening.Names;

/// <summary>Brings a word of a name to one spelling, whichever of the spellings of Indonesian it is written in.</summary>
/// <remarks>Van Ophuijsen (1901) and Soewandi (1947) against EYD (1972): oe for u, tj for c, dj for j, nj for ny, sj for sy, ch for kh.</remarks>
internal static class NameSounds
{
    /// <summary>In place of <see cref="char"/>s that only look like letters when they stand in a word.</summary>
    private const string Figures = "0o1i3e4a5s7t8b";

    /// <param name="word">In reading form.</param>
    public static string Spell(string word)
    {
        var letters = word.Any(char.IsAsciiLetter) && word.Any(char.IsAsciiDigit) ? WithoutFigures(word) : word;
        if (letters.AsSpan().ContainsAnyInRange('0', '9'))
            return letters;
        // No word begins with l and a consonant: that l is a capital i ("lNSAN").
        if (letters is ['l', var second, _, ..] && char.IsAsciiLetter(second) && !IsVowel(second))
            letters = string.Concat("i", letters.AsSpan(1));
        if (IsOld(letters))
        {
            // Old spelling writes "dj" for j, and j for y.
            letters = letters.Replace("dj", "\0", StringComparison.Ordinal).Replace("tj", "c", StringComparison.Ordinal)
                .Replace('j', 'y').Replace('\0', 'j').Replace("oe", "u", StringComparison.Ordinal);
        }

        letters = letters.Replace("ie", "i", StringComparison.Ordinal).Replace("x", "ks", StringComparison.Ordinal)
            .Replace("q", "k", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal);
        var spelled = new StringBuilder(letters.Length);
        foreach (var c in letters)
        {
            if (c == '\'' || (spelled.Length > 0 && spelled[^1] == c) || (c == 'h' && spelled.Length > 0 && !IsVowel(spelled[^1])))
                continue;
            if (c == 'y' && spelled is [.., 's'])
                continue;
            spelled.Append(c);
        }

        if (spelled.Length > 3 && spelled[^1] == 'h')
            spelled.Length--;
        return spelled.ToString();
    }

    /// <summary>The consonants of a spelled word, each once where two stand together.</summary>
    public static string Skeleton(string spelled)
    {
        var bones = new StringBuilder(spelled.Length);
        foreach (var c in spelled)
        {
            if (!IsVowel(c) && (bones.Length == 0 || bones[^1] != c))
                bones.Append(c);
        }

        return bones.ToString();
    }

    private static bool IsOld(string letters) =>
        letters.Contains("dj", StringComparison.Ordinal) || letters.Contains("tj", StringComparison.Ordinal) || letters.Contains("oe", StringComparison.Ordinal);

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static string WithoutFigures(string word) => string.Create(word.Length, word, static (meant, word) =>
    {
        for (var i = 0; i < word.Length; i++)
            meant[i] = Figures.IndexOf(word[i], StringComparison.Ordinal) is >= 0 and var at && at % 2 == 0 ? Figures[at + 1] : word[i];
    });
}
