using System.Text;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Similarity;

/// <summary>Writes the letters that a word is meant to have: figures read as letters or left out, stretched letters once.</summary>
internal static class WordLetters
{
    /// <summary>Fewest equal letters in a row that are one letter stretched.</summary>
    private const int MinStretched = 3;

    /// <summary>The letter for each figure.</summary>
    private const string Figures = "oizeasgtbg";

    /// <param name="length">How much of <paramref name="into"/> is written already.</param>
    /// <returns>How much is written now; as before for a word of figures alone.</returns>
    public static int Write(ReadOnlySpan<char> word, Span<char> into, int length)
    {
        var areLetters = AreFiguresLetters(word);
        for (var at = 0; at < word.Length; at++)
        {
            var c = word[at];
            if (char.IsAsciiDigit(c) && areLetters)
                into[length++] = Figures[c - '0'];
            else if (!char.IsDigit(c))
                into[length++] = char.IsAscii(c) ? c : Meant(c);
            var run = at;
            while (run + 1 < word.Length && word[run + 1] == c)
                run++;
            at = run - at + 1 >= MinStretched ? run : at;
        }

        return length;
    }

    /// <summary>"l0ker" has letters on both sides of its figures; "10jt" and "orang2" have not.</summary>
    private static bool AreFiguresLetters(ReadOnlySpan<char> word) =>
        char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(word[^1]) && word.ContainsAnyInRange('0', '9');

    /// <summary>A capital look-alike is a small letter by now, and has not been looked up as one.</summary>
    private static char Meant(char c) => Rune.TryCreate(c, out var rune) && LookAlikes.Of(rune) is [var meant] ? meant : c;
}
