using System.Collections.Frozen;
using Terjaga.Screening.Identifiers;

namespace Terjaga.Screening.Similarity;

/// <summary>Names that copies of one offer exchange: places abroad, and what is written behind a legal form or a word of an address.</summary>
public sealed class NameMasks
{
    /// <summary>Most words of a name behind a cue; the figures of docs/quality.md are of this number.</summary>
    private const int MaxBehindCue = 3;

    /// <summary>Letters of the longest cue.</summary>
    private const int MaxCueLength = 9;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _cues = FrozenSet.Create(StringComparer.Ordinal,
        [
            "pt", "cv", "ud", "lpk", "bkk", "koperasi", "yayasan", "jl", "jln", "jalan", "kec", "kecamatan", "kab", "kabupaten", "kota",
            "kel", "kelurahan", "desa", "provinsi",
        ]).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _names;

    /// <summary>Of a first word of a name, the most words of a name that begins with it.</summary>
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lengths;

    /// <remarks>Names that are also something else stay, for the word may be what is offered.</remarks>
    public NameMasks(Gazetteer gazetteer)
    {
        var names = gazetteer.Places.Countries.SelectMany(country => country.Names)
            .Except(gazetteer.Places.Cautious).Except(gazetteer.Places.Capitals).ToList();
        _names = names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = names.Select(name => name.Split(' ')).GroupBy(words => words[0], words => words.Length)
            .ToFrozenDictionary(first => first.Key, first => first.Max(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>How many pieces from one on are a name of a place.</summary>
    internal int PlaceAt(string reading, List<Piece> pieces, int at)
    {
        if (!_lengths.TryGetValue(pieces[at].In(reading), out var most))
            return 0;
        for (var count = Math.Min(most, pieces.Count - at); count > 0; count--)
        {
            if (_names.Contains(reading.AsSpan(pieces[at].Start, pieces[at + count - 1].End - pieces[at].Start)))
                return count;
        }

        return 0;
    }

    /// <summary>How many pieces behind one are the name that it announces: words in capitals, up to the next sign.</summary>
    internal static int NameBehind(string original, Reading.NormalisedText reading, List<Piece> pieces, int cue)
    {
        if (pieces[cue].Length > MaxCueLength || !_cues.Contains(pieces[cue].In(reading.Text)))
            return 0;
        var count = 0;
        while (count < MaxBehindCue && cue + count + 1 < pieces.Count && pieces[cue + count + 1] is var next
            && (!next.IsAfterBreak || count == 0) && !char.IsLower(original[reading.Origin(next.Start)]))
        {
            count++;
        }

        return count;
    }
}
