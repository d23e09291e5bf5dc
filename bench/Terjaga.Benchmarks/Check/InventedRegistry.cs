using System.Globalization;
using Terjaga.Tests.Screening.Names;

namespace Terjaga.Benchmarks.Check;

/// <summary>Lists of a whole nation, invented: the same in every run. Every number carries the mark of a fictional list.</summary>
internal sealed class InventedRegistry
{
    public const int AgencyCount = 100_000, VacancyCount = 2_000_000;

    /// <summary>Large companies, which have half of all vacancies between them.</summary>
    private const int LargeCount = 2_000;

    private const string Head = "# fictional: true\n# owner: bench\n# source: invented\n# asOf: 2026-11-01\n";

    private static readonly string[] _onsets = ["b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "br", "kr", "pr", "tr", "ng"];

    private static readonly string[] _rhymes = ["a", "i", "u", "e", "o", "an", "ang", "ar", "as", "in", "ir", "un", "ur", "en", "am"];

    private static readonly string[] _common =
    [
        "Jaya", "Abadi", "Sentosa", "Mandiri", "Utama", "Karya", "Bersama", "Sejahtera", "Makmur", "Insan", "Global", "Nusantara", "Persada", "Bakti",
        "Mulia", "Lestari", "Tenaga", "Samudra", "Cahaya", "Surya", "Citra", "Bina", "Duta", "Graha", "Sarana", "Wahana", "Buana", "Pertiwi", "Amanah", "Berkah",
    ];

    private static readonly string[] _countries = ["HK", "TW", "MY", "SG", "SA", "JP", "KR", "BN", "AE", "QA"];

    /// <param name="nearNames">Listed too, to be asked for among all others.</param>
    public InventedRegistry(IReadOnlyList<NearNames.Row> nearNames)
    {
        // A fixed seed: two runs are to differ by the machine only.
        var random = new Random(4);
        var names = nearNames.Select(row => row.Listed).ToHashSet();
        while (names.Count < AgencyCount)
            names.Add($"PT {Word(random)} {random.GetItems(_common, 1)[0]} {(random.Next(2) == 0 ? Word(random) : random.GetItems(_common, 1)[0])}");
        Names = [.. names];
    }

    public IReadOnlyList<string> Names { get; }

    public static string Licence(int agency) => $"CONTOH-SIP3MI-{agency}-2025";

    public static string Permit(int vacancy) => $"CONTOH-SIP2MI-{vacancy}-2026";

    /// <summary>E.164 without the plus, of a range that is given to nobody.</summary>
    public static string Phone(int agency) => string.Create(CultureInfo.InvariantCulture, $"628615{agency:D7}");

    public void WriteAgencies(string file)
    {
        using var writer = new StreamWriter(file);
        writer.Write(Head + "licence,name,city,phones,status,valid_from,valid_to\n");
        for (var i = 0; i < Names.Count; i++)
            writer.Write($"{Licence(i)},{Names[i]},Jakarta,+{Phone(i)},active,2025-01-03,{(i % 20 == 0 ? "2026-01-02" : "2030-01-02")}\n");
    }

    public static void WriteVacancies(string file)
    {
        var random = new Random(5);
        using var writer = new StreamWriter(file);
        writer.Write(Head + "permit,job_order,licence,employer,country,post,sector,quota,valid_from,valid_to\n");
        for (var i = 0; i < VacancyCount; i++)
        {
            var agency = random.Next(2) == 0 ? random.Next(LargeCount) : random.Next(AgencyCount);
            writer.Write($"{Permit(i)},CONTOH-JO-{i}-2026,{Licence(agency)},Pemberi kerja {i % 50_000},{_countries[i % _countries.Length]},Operator produksi,factory,{1 + (i % 40)},2026-03-02,2027-03-02\n");
        }
    }

    private static string Word(Random random)
    {
        var word = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => random.GetItems(_onsets, 1)[0] + random.GetItems(_rhymes, 1)[0]));
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
