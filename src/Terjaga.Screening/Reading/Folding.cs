using System.Globalization;
using System.Text;

namespace Terjaga.Screening.Reading;

/// <summary>Reads one character as it is meant: lower case, without marks, look-alikes as the Latin letters they stand for.</summary>
/// <remarks>Answers are made once per block of 256 characters and kept, so that a text costs one look-up a character.</remarks>
internal static class Folding
{
    private const int BlockBits = 8;

    private static readonly char[] _ascii = [.. Enumerable.Range(0, 128).Select(c => OfAscii((char)c))];

    private static readonly string[]?[] _blocks = new string[]?[0x110000 >> BlockBits];

    /// <summary>What an ASCII character is read as; NUL where it is left out.</summary>
    public static char Ascii(char c) => _ascii[c];

    /// <summary>What a character is read as: none, one or several characters.</summary>
    public static string Of(Rune rune)
    {
        ref var block = ref _blocks[rune.Value >> BlockBits];
        return (block ??= Block(rune.Value >> BlockBits))[rune.Value & ((1 << BlockBits) - 1)];
    }

    private static char OfAscii(char c) => c switch
    {
        '\n' or '\r' => '\n',
        ' ' or '\t' or '\v' or '\f' => ' ',
        < ' ' or '\x7f' => '\0',
        _ => char.ToLowerInvariant(c),
    };

    private static string[] Block(int number)
    {
        var block = new string[1 << BlockBits];
        for (var i = 0; i < block.Length; i++)
            block[i] = Rune.TryCreate((number << BlockBits) + i, out var rune) ? Read(rune) : "";
        return block;
    }

    private static string Read(Rune rune)
    {
        if (LookAlikes.Of(rune) is { } meant)
            return meant;
        if (IsNoCharacter(rune))
            return "";
        if (Rune.IsWhiteSpace(rune))
            return rune.Value is 0x85 or 0x2028 or 0x2029 ? "\n" : " ";

        var read = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(part) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format or UnicodeCategory.Control)
            {
                continue;
            }

            read.Append(LookAlikes.Of(part) ?? Rune.ToLowerInvariant(part).ToString());
        }

        return read.ToString();
    }

    /// <summary>Code points that Unicode keeps from ever being characters; its forms refuse them.</summary>
    private static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
