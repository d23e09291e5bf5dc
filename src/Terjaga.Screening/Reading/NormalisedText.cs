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
        var (read, origins, count) = (new char[text.Length], new int[text.Length + 1], 0);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsAscii(c))
            {
                c = Folding.Ascii(c);
                if (c != '\0')
                    Add(ref read, ref origins, ref count, c, at);
                at++;
                continue;
            }

            // Half a character stands for nothing.
            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                foreach (var meant in Folding.Of(rune))
                    Add(ref read, ref origins, ref count, meant, at);
            }

            at += length;
        }

        origins[count] = text.Length;
        return new NormalisedText(new string(read, 0, count), origins);
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

    private static void Add(ref char[] read, ref int[] origins, ref int count, char c, int origin)
    {
        if ((c is ' ' or '\n') && count > 0 && (read[count - 1] is ' ' or '\n'))
        {
            // A line break stays one: words of two lines are not one phrase.
            if (c == '\n')
                read[count - 1] = '\n';
            return;
        }

        if (count == read.Length)
        {
            Array.Resize(ref read, (count * 2) + 1);
            Array.Resize(ref origins, (count * 2) + 2);
        }

        read[count] = c;
        origins[count++] = origin;
    }
}
