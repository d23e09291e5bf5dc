using System.Buffers;

namespace Terjaga.Screening.Reading;

/// <summary>Reads a normalised text word by word, and joins words whose letters or syllables were drawn apart.</summary>
internal sealed class WordReader(Vocabulary vocabulary)
{
    /// <summary>Fewest letters drawn apart that are joined even to a word that no rule knows.</summary>
    private const int MinLetters = 4;

    /// <summary>Most pieces of one word.</summary>
    private const int MaxPieces = 24;

    /// <summary>Most syllables of one word; nobody draws more apart, and each is one more word to look up.</summary>
    private const int MaxSyllables = 6;

    /// <summary>Longest syllable that is taken for a piece of a word.</summary>
    private const int MaxSyllable = 4;

    /// <summary>Shortest word that is joined over spaces.</summary>
    private const int MinSpaced = 5;

    private const string Vowels = "aeiou";

    private static readonly SearchValues<char> _separators = SearchValues.Create(" .-_*|/~,:+•·'\"");

    /// <summary>The words in order; each stands at its place in the normalised text.</summary>
    public List<Word> Read(string original, NormalisedText text)
    {
        var tokens = Tokens.Split(text.Text);
        var words = new List<Word>(tokens.Count);
        for (var at = 0; at < tokens.Count;)
        {
            var joined = tokens[at].Length <= MaxSyllable ? Join(original, text, tokens, at) : default;
            if (joined.Count > 0)
            {
                words.Add(new Word(
                    tokens[at].Start, tokens[at + joined.Count - 1].End, tokens[at].AfterBreak, IsAfterStop(text.Text, tokens, at),
                    joined.Number, joined.Meant));
                at += joined.Count;
                continue;
            }

            var token = tokens[at];
            var (number, meant) = Spelling.Read(text.Text.AsSpan(token.Start, token.Length), vocabulary);
            words.Add(new Word(token.Start, token.End, token.AfterBreak, IsAfterStop(text.Text, tokens, at++), number, meant));
        }

        return words;
    }

    /// <summary>A full stop ends a sentence before white space only: "a.n.", "1.500" and "bit.ly" go on.</summary>
    private static bool IsAfterStop(string text, List<Tokens.Token> tokens, int at)
    {
        if (at == 0 || !tokens[at].AfterBreak)
            return at == 0;
        var gap = text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End);
        return gap.ContainsAny('\n', '!', '?') || gap.Contains(". ", StringComparison.Ordinal);
    }

    private readonly record struct Joined(int Count, int Number, string? Meant);

    private Joined Join(string original, NormalisedText text, List<Tokens.Token> tokens, int at)
    {
        if (at + 1 >= tokens.Count)
            return default;
        if (tokens[at].Length == 1 && tokens[at + 1].Length == 1)
        {
            var letters = Letters(original, text, tokens, at);
            if (letters.Count > 0)
                return letters;
        }

        var gap = text.Text.AsSpan(tokens[at].End, tokens[at + 1].Start - tokens[at].End);
        return gap switch
        {
            ['.' or '-' or '*' or '_' or '|' or '~' or '@' or '$'] => Syllables(text.Text, tokens, at),
            [' '] => Spaced(text.Text, tokens, at),
            _ => default,
        };
    }

    /// <summary>"s l o t", "g.a.j.i": single letters with one and the same kind of gap.</summary>
    private Joined Letters(string original, NormalisedText text, List<Tokens.Token> tokens, int at)
    {
        Span<char> word = stackalloc char[MaxPieces];
        word[0] = text.Text[tokens[at].Start];
        var gap = text.Text[tokens[at].End];
        var (count, digits) = (1, char.IsAsciiDigit(word[0]) ? 1 : 0);
        while (at + count < tokens.Count && count < MaxPieces && tokens[at + count].Length == 1
            && IsGap(gap, original, text, tokens[at + count - 1], tokens[at + count]))
        {
            word[count] = text.Text[tokens[at + count].Start];
            digits += char.IsAsciiDigit(word[count++]) ? 1 : 0;
        }

        if (count < MinLetters - 1 || digits > count / 2)
            return default;
        var (number, meant) = Spelling.Read(word[..count], vocabulary);
        return number >= 0 ? new Joined(count, number, null)
            : count >= MinLetters ? new Joined(count, number, meant ?? new string(word[..count])) : default;
    }

    private static bool IsGap(char gap, string original, NormalisedText text, Tokens.Token before, Tokens.Token after)
    {
        if (after.Start - before.End != 1 || text.Text[before.End] != gap || !_separators.Contains(gap))
            return false;
        var (from, to) = (text.Origin(before.Start), text.Origin(after.Start));
        return to - from <= (char.IsHighSurrogate(original[from]) ? 3 : 2);
    }

    /// <summary>"kam.bo.ja", "sa-la-ry", "riy@dh", "kamb*ja": pieces without a space that together are a known word.</summary>
    private Joined Syllables(string text, List<Tokens.Token> tokens, int at)
    {
        Span<char> word = stackalloc char[Spelling.MaxLength + 2];
        var best = default(Joined);
        var length = Append(text, tokens[at], word, 0);
        for (var count = 1; at + count < tokens.Count && count < MaxSyllables; count++)
        {
            var (before, next) = (tokens[at + count - 1], tokens[at + count]);
            if (next.Start - before.End != 1 || length + next.Length + 1 > Spelling.MaxLength)
                break;
            var sign = text[before.End];
            if (sign is '@' or '$')
                word[length++] = sign == '@' ? 'a' : 's';
            else if (sign is not ('.' or '-' or '*' or '_' or '|' or '~'))
                break;
            var hidden = length;
            length = Append(text, next, word, length);
            var number = Spelling.Read(word[..length], vocabulary).Number;
            if (number < 0 && sign == '*')
                number = WithVowel(word[..length], hidden);
            if (number >= 0)
                best = new Joined(count + 1, number, null);
        }

        return best;
    }

    private int WithVowel(ReadOnlySpan<char> word, int at)
    {
        Span<char> whole = stackalloc char[Spelling.MaxLength + 2];
        word[..at].CopyTo(whole);
        word[at..].CopyTo(whole[(at + 1)..]);
        foreach (var vowel in Vowels)
        {
            whole[at] = vowel;
            if (vocabulary.Find(whole[..(word.Length + 1)]) is >= 0 and var number)
                return number;
        }

        return Vocabulary.Unknown;
    }

    /// <summary>"ber ang kat": pieces that are no words, and together are one.</summary>
    private Joined Spaced(string text, List<Tokens.Token> tokens, int at)
    {
        if (tokens[at + 1].Length > MaxSyllable)
            return default;
        Span<char> word = stackalloc char[Spelling.MaxLength];
        var length = Append(text, tokens[at], word, 0);
        var unknown = vocabulary.Find(word[..length]) < 0 ? 1 : 0;
        for (var count = 1; count < 3 && at + count < tokens.Count; count++)
        {
            var (before, next) = (tokens[at + count - 1], tokens[at + count]);
            if (next.Start - before.End != 1 || text[before.End] != ' ' || next.Length > MaxSyllable)
                break;
            unknown += vocabulary.Find(text.AsSpan(next.Start, next.Length)) < 0 ? 1 : 0;
            if (unknown < count)
                break;
            length = Append(text, next, word, length);
            if (length >= MinSpaced && vocabulary.Find(word[..length]) is >= 0 and var number)
                return new Joined(count + 1, number, null);
        }

        return default;
    }

    private static int Append(string text, Tokens.Token token, Span<char> word, int length)
    {
        if (length + token.Length > word.Length)
            return length;
        text.AsSpan(token.Start, token.Length).CopyTo(word[length..]);
        return length + token.Length;
    }
}
