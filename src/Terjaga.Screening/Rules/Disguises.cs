using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Rules;

/// <summary>Finds words that the rules know and that were written so that software does not know them.</summary>
internal static class Disguises
{
    /// <summary>Fewest such words of a text: one alone may be a slip.</summary>
    private const int MinWords = 2;

    /// <summary>The first letter beyond the Latin scripts, where a plain letter is not written.</summary>
    private const char BeyondLatin = '\u0250';

    /// <summary>The words; none where there are fewer than two.</summary>
    public static List<int> Of(string original, NormalisedText text, List<Word> words, Vocabulary vocabulary)
    {
        var found = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Number >= 0 && IsDisguised(original.AsSpan(text.Origin(words[i].Start), text.Origin(words[i].End) - text.Origin(words[i].Start)), vocabulary[words[i].Number]))
                found.Add(i);
        }

        return found.Count >= MinWords ? found : [];
    }

    private static bool IsDisguised(ReadOnlySpan<char> written, string meant)
    {
        if (meant.Length < 3 || !meant.All(char.IsAsciiLetter))
            return false;
        written = written.TrimEnd();
        for (var i = 0; i < written.Length; i++)
        {
            var c = written[i];
            var isPair = c == '2' && i == written.Length - 1;
            if ((char.IsAsciiDigit(c) && !isPair) || c is '@' or '$' or '*' || (c >= BeyondLatin && (char.IsLetter(c) || char.IsSurrogate(c)))
                || (c is '.' or '_' or ' ' or '|' && i > 0 && i < written.Length - 1 && char.IsLetter(written[i + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
