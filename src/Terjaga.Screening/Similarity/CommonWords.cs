using System.Collections.Frozen;

namespace Terjaga.Screening.Similarity;

/// <summary>Words that stand in every second advert, and by which alone no text is another one's copy.</summary>
internal static class CommonWords
{
    /// <summary>Fewest different words besides the common ones; fewer are said by chance.</summary>
    private const int MinTelling = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words = FrozenSet.Create(StringComparer.Ordinal,
        (
            "info loker lowongan kerja pekerjaan terbaru dibuka buka resmi hubungi hub wa whatsapp telegram chat dm inbox minat klik link disini "
            + "di ke dari dan atau yang untuk dengan ini itu juga segera daftar daftarkan pendaftaran kirim lamaran cv email gaji rp juta jt ribu rb "
            + "per bulan perbulan sma smk smp sd d s sederajat tahun th thn pt cv persero bumn indonesia silahkan silakan bisa ada kami anda saya "
            + "kak kakak bapak ibu mbak mas pak bu gratis open hiring job vacancy apply now contact the and for of in to a we are you us").Split(' ')).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsTelling(MaskedText text)
    {
        Span<Range> found = stackalloc Range[MinTelling];
        var count = 0;
        foreach (var range in text.Text.AsSpan().Split(' '))
        {
            var word = text.Text.AsSpan(range);
            if ((word.Length < 2 && word is not [>= '\u2E80']) || _words.Contains(word) || Has(text.Text, found[..count], word))
                continue;
            found[count++] = range;
            if (count == MinTelling)
                return true;
        }

        return false;
    }

    private static bool Has(string text, ReadOnlySpan<Range> found, ReadOnlySpan<char> word)
    {
        foreach (var range in found)
        {
            if (text.AsSpan(range).SequenceEqual(word))
                return true;
        }

        return false;
    }
}
