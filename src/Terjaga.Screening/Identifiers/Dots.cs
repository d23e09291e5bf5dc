using System.Buffers;

namespace Terjaga.Screening.Identifiers;

/// <summary>Recognises dots of host names, also those written so that software does not see them.</summary>
internal static class Dots
{
    private static readonly string[] _bracketed =
        ["[.]", "(.)", "{.}", "<.>", "[dot]", "(dot)", "{dot}", "[titik]", "(titik)", "[ . ]", "( . )", "[ dot ]", "( dot )"];

    private static readonly string[] _spaced = [" dot ", " titik ", " . ", " (dot) ", " [dot] ", " (titik) ", " [titik] ", " [.] ", " (.) "];

    private static readonly SearchValues<char> _first = SearchValues.Create(".[({<\u3002\uff0e\uff61");
    private static readonly SearchValues<char> _firstOrSpace = SearchValues.Create(".[({< \u3002\uff0e\uff61");

    /// <summary>Where the next dot may begin; -1 where none does.</summary>
    public static int Next(ReadOnlySpan<char> text, bool isSpaced) => text.IndexOfAny(isSpaced ? _firstOrSpace : _first);

    /// <summary>Whether a text has a dot written as a word, or between spaces.</summary>
    public static bool HasSpaced(string text)
    {
        foreach (var form in _spaced)
        {
            if (text.Contains(form, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    /// <summary>Length of the dot that begins at a place; 0 where none does.</summary>
    /// <param name="isDefanged">Whether somebody took care that it does not look like a dot.</param>
    public static int At(ReadOnlySpan<char> text, int at, bool isSpaced, out bool isDefanged)
    {
        isDefanged = false;
        switch (text[at])
        {
            case '.' or '\u3002' or '\uff0e' or '\uff61':
                return 1;
            case '[' or '(' or '{' or '<':
                isDefanged = true;
                return Length(text[at..], _bracketed);
            case ' ' when isSpaced:
                isDefanged = true;
                return Length(text[at..], _spaced);
            default:
                return 0;
        }
    }

    private static int Length(ReadOnlySpan<char> text, string[] forms)
    {
        foreach (var form in forms)
        {
            if (text.StartsWith(form, StringComparison.OrdinalIgnoreCase))
                return form.Length;
        }

        return 0;
    }
}
