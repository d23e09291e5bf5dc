using System.Text.RegularExpressions;
using Terjaga.Screening.Reading;

namespace Terjaga.Screening.Images;

/// <summary>Tells by its words whether a picture is somebody's identity card, family card or passport, which nobody should send us.</summary>
public static partial class IdentityCard
{
    /// <summary>Labels that stand together on a card and hardly in a post; a poster that asks for a card names one or two.</summary>
    private const int MinLabels = 4;

    private static readonly string[] _labels =
    [
        "tempat/tgl", "tempat tgl lahir", "tgl lahir", "jenis kelamin", "gol darah", "gol. darah", "rt/rw", "kel/desa", "kecamatan",
        "agama", "status perkawinan", "kewarganegaraan", "berlaku hingga", "seumur hidup", "provinsi", "kartu keluarga", "kepala keluarga",
        "nama kepala", "hubungan dalam keluarga", "surat izin mengemudi", "no. paspor", "passport no", "date of birth", "date of expiry", "place of birth",
    ];

    /// <param name="text">As it was read in a picture, with slips.</param>
    public static bool IsSeenIn(string text)
    {
        var read = NormalisedText.Of(text).Text;
        if (PassportLine().IsMatch(text.Replace(" ", "", StringComparison.Ordinal)))
            return true;
        var labels = _labels.Count(label => read.Contains(label, StringComparison.Ordinal)) + (NumberLabel().IsMatch(read) ? 1 : 0);
        return labels >= MinLabels || (labels >= MinLabels - 1 && CardNumber().IsMatch(text));
    }

    /// <remarks>ICAO 9303 part 4: the first line of a passport of Indonesia.</remarks>
    [GeneratedRegex("P[<A-Z]IDN[A-Z<]{5,}")]
    private static partial Regex PassportLine();

    /// <remarks>As a word: "teknik" and "elektronik" are none.</remarks>
    [GeneratedRegex(@"\bnik\b")]
    private static partial Regex NumberLabel();

    /// <summary>Sixteen figures of which the seventh to twelfth are a day of birth (40 more for women): the number of every citizen.</summary>
    [GeneratedRegex(@"(?<!\d)\d{6}(?:[0-7]\d)(?:0\d|1[0-2])\d{2}\d{4}(?!\d)")]
    private static partial Regex CardNumber();
}
