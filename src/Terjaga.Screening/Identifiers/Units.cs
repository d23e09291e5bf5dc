using System.Collections.Frozen;

namespace Terjaga.Screening.Identifiers;

/// <summary>Short words that follow a count of things; digits before them are no number of a phone or account.</summary>
internal static class Units
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _units = new[]
    {
        "jt", "juta", "jtan", "jutaan", "rb", "rbu", "ribu", "k", "x", "kali", "th", "thn", "tahun", "bln", "bulan", "hari", "hr",
        "jam", "menit", "mnt", "minggu", "kg", "cm", "m", "mm", "km", "org", "orang", "pax", "rm", "usd", "gb", "persen", "am", "pm",
        "wib", "wita", "wit", "pcs", "unit", "ribuan",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsUnit(ReadOnlySpan<char> word) => _units.Contains(word);
}
