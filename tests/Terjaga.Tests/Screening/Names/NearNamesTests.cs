using Terjaga.Registry;
using Terjaga.Screening.Names;

namespace Terjaga.Tests.Screening.Names;

public sealed class NearNamesTests(ITestOutputHelper output)
{
    /// <summary>What the project wants of the list (docs/quality.md).</summary>
    private const double MinRecall = 0.95, MinPrecision = 0.98;

    private static readonly string _data = Path.Combine(SharedFolder.Root, "data");

    private readonly IReadOnlyList<NearNames.Row> _rows = NearNames.Read(
        Path.Combine(SharedFolder.Root, "tests", "Terjaga.Tests", "Screening", "Names", "near-names.tsv"));

    [Fact]
    public void The_list_has_500_disguised_names_and_500_of_other_companies()
    {
        Assert.Equal(500, _rows.SelectMany(row => row.Disguised).Distinct().Count());
        Assert.Equal(500, _rows.SelectMany(row => row.Innocent).Distinct().Count());
        Assert.Empty(_rows.SelectMany(row => row.Innocent).Intersect(_rows.Select(row => row.Listed)));
    }

    [Fact]
    public void Disguised_names_are_found_and_other_companies_are_left_alone()
    {
        var listed = _rows.Select(row => row.Listed).ToList();
        var index = new NameIndex(listed, NameWords.Parse(File.ReadAllText(Path.Combine(_data, RegistryArea.NamesFile))));

        var outcome = NearNames.Try(_rows, name => index.Find(name) is [var best, ..] ? listed[best.Number] : null);

        output.WriteLine($"recall {outcome.Recall:F3}, precision {outcome.Precision:F3}");
        output.WriteLine($"missed: {string.Join("; ", outcome.Missed)}");
        output.WriteLine($"accused: {string.Join("; ", outcome.Accused)}");
        Assert.InRange(outcome.Recall, MinRecall, 1);
        Assert.InRange(outcome.Precision, MinPrecision, 1);
    }
}
