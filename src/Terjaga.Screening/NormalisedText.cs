using System.Collections.Frozen;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Terjaga.Screening;

/// <summary>
/// A text as it is meant to be read: disguises taken off, with a map back to the characters as they were sent.
/// </summary>
public sealed class NormalisedText
{
    /// <summary>Fewest letters and digits of a text that can be told from another one by its fingerprint.</summary>
    /// <remarks>Two short cries for help are the same words from two people, and must not become one.</remarks>
    public const int MinFingerprintLength = 20;

    /// <summary>Letters of other scripts that look like Latin ones: a small part of Unicode TR 39's confusables.</summary>
    private static readonly FrozenDictionary<char, char> _lookAlikes =
        "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdԛqѡwαaβbεeικιiκkνvοoρpτtυuχxωwıi".Chunk(2)
            .GroupBy(pair => pair[0]).ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.First()[1]);

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
        var read = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length + 1);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsAscii(text[at]))
            {
                Add(read, origins, text[at], at++);
                continue;
            }

            if (Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                foreach (var c in rune.ToString().Normalize(NormalizationForm.FormKD))
                    Add(read, origins, c, at);
            }

            at += length;
        }

        origins.Add(text.Length);
        return new NormalisedText(read.ToString(), [.. origins]);
    }

    /// <summary>
    /// Lower-case hexadecimal SHA-256 of the words; null if they are too short to tell two texts apart. Equal for texts
    /// that differ in case, punctuation, white space and disguise only.
    /// </summary>
    public static string? Fingerprint(string text)
    {
        var normalised = Of(text).Text;
        var words = string.Join(' ', Tokens.Split(normalised).Select(token => normalised[token.Start..token.End]));
        return words.Count(char.IsLetterOrDigit) < MinFingerprintLength
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));
    }

    private static void Add(StringBuilder read, List<int> origins, char c, int origin)
    {
        if (char.IsWhiteSpace(c))
        {
            // A line break stays one: words of two lines are not one phrase.
            c = c is '\n' or '\r' ? '\n' : ' ';
            if (read.Length > 0 && char.IsWhiteSpace(read[^1]))
                return;
        }
        else if (CharUnicodeInfo.GetUnicodeCategory(c)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control)
        {
            return;
        }

        c = char.ToLowerInvariant(c);
        read.Append(_lookAlikes.GetValueOrDefault(c, c));
        origins.Add(origin);
    }
}
