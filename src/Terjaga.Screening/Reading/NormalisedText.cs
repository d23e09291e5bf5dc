using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Screening.Reading;

/// <summary>
/// A text as it is meant to be read: disguises of single characters taken off, with a map back to the characters as they
/// were sent.
/// </summary>
public sealed class NormalisedText
{
    /// <summary>Fewest letters and digits of a text that can be told from another one by its fingerprint.</summary>
    /// <remarks>Two short cries for help are the same words from two people, and must not become one.</remarks>
    public const int MinFingerprintLength = 20;

    private readonly int[] _origins;

    private NormalisedText(string text, int[] origins)
    {
        Text = text;
        _origins = origins;
    }

    /// <summary>Lower case, compatibility forms, marks and invisible characters gone, white space folded.</summary>
    public string Text { get; }

    /// <summary>Where in the original the character at <paramref name="index"/> begins; the length of the text maps to its end.</summary>
    public int Origin(int index) => _origins[index];

    public static NormalisedText Of(string text)
    {
        var read = new Writer(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAscii(text[at]))
            {
                if (Folding.Ascii(text[at]) is not '\0' and var c)
                    read.Add(c, at);
                at++;
                continue;
            }

            // Half a character stands for nothing.
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                foreach (var c in Folding.Of(rune))
                    read.Add(c, at);
            }

            at += length;
        }

        return read.Finish(text.Length);
    }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 of the words; null if they are too short to tell two texts apart. Equal for texts
    /// that differ in case, punctuation, white space and disguise of single characters only.
    /// </summary>
    public static string? Fingerprint(string text)
    {
        var normalised = Of(text).Text;
        var words = string.Join(' ', Tokens.Split(normalised).Select(token => normalised[token.Start..token.End]));
        return words.Count(char.IsLetterOrDigit) < MinFingerprintLength
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }

    private ref struct Writer(int length)
    {
        private char[] _text = new char[length];
        private int[] _origins = new int[length + 1];
        private int _count;

        public void Add(char c, int origin)
        {
            // A line break stays one: words of two lines are not one phrase.
            if (IsSpace(c) && _count > 0 && IsSpace(_text[_count - 1]))
            {
                if (c == '\n')
                    _text[_count - 1] = '\n';
                return;
            }

            if (_count == _text.Length)
            {
                Array.Resize(ref _text, (_count * 2) + 1);
                Array.Resize(ref _origins, (_count * 2) + 2);
            }

            _text[_count] = c;
            _origins[_count++] = origin;
        }

        private static bool IsSpace(char c) => c is ' ' or '\n';

        public readonly NormalisedText Finish(int end)
        {
            _origins[_count] = end;
            return new NormalisedText(new string(_text, 0, _count), _origins);
        }
    }
}
