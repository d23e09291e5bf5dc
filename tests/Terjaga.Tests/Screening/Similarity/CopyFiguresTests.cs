using System.Text.Json;

namespace Terjaga.Tests.Screening.Similarity;

/// <summary>How well campaigns and families that others put together are found by words alone, at the shipped threshold.</summary>
public sealed class CopyFiguresTests
{
    /// <summary>What is wanted of campaigns, counted as score.py of the set counts.</summary>
    private const double MinF1 = 0.93, MinPrecision = 0.97;

    private const double MinFamilyRecall = 0.95;

    [Fact]
    public void Fake_vacancies_of_one_campaign_are_found_together()
    {
        var rows = ShippedScreener.Rows(SharedFolder.Require("data/found/campaign_docs.jsonl")).ToList();
        var ignored = JsonSerializer.Deserialize<string[][]>(File.ReadAllText(SharedFolder.Require("data/found/campaign_ignore_pairs.json")))!
            .SelectMany(pair => new[] { (pair[0], pair[1]), (pair[1], pair[0]) }).ToHashSet();
        var clusters = CopyFinder.Cluster([.. rows.Select(row => Text(row, "text")!)]);
        var (right, wrong, missed) = (0, 0, 0);
        foreach (var (i, j) in Pairs(rows.Count))
        {
            if (Text(rows[i], "kind") == "legit" && Text(rows[j], "kind") == "legit")
                continue;
            if (ignored.Contains((Text(rows[i], "id")!, Text(rows[j], "id")!)))
                continue;
            var isOne = Text(rows[i], "campaign") is { } campaign && campaign == Text(rows[j], "campaign");
            right += isOne && clusters[i] == clusters[j] ? 1 : 0;
            wrong += !isOne && clusters[i] == clusters[j] ? 1 : 0;
            missed += isOne && clusters[i] != clusters[j] ? 1 : 0;
        }

        var (precision, f1) = ((double)right / (right + wrong), 2.0 * right / ((2 * right) + wrong + missed));
        TestContext.Current.SendDiagnosticMessage($"campaigns: precision {precision:F3}, F1 {f1:F3} ({right} right, {wrong} wrong, {missed} missed)");
        Assert.True(precision >= MinPrecision && f1 >= MinF1, $"precision {precision:F3}, F1 {f1:F3} ({right} right, {wrong} wrong, {missed} missed)");
    }

    [Fact]
    public void Variants_of_an_offer_are_found_together_and_offers_alike_are_not()
    {
        var rows = ShippedScreener.Rows(SharedFolder.Require("data/posts/families.jsonl")).ToList();
        var clusters = CopyFinder.Cluster([.. rows.Select(row => Text(row, "text")!)]);
        var (right, all, wrong) = (0, 0, new List<string>());
        foreach (var (i, j) in Pairs(rows.Count))
        {
            var isOne = Text(rows[i], "family") is { } family && family == Text(rows[j], "family");
            all += isOne ? 1 : 0;
            right += isOne && clusters[i] == clusters[j] ? 1 : 0;
            if (!isOne && clusters[i] == clusters[j])
                wrong.Add($"{Text(rows[i], "id")} and {Text(rows[j], "id")}");
        }

        TestContext.Current.SendDiagnosticMessage($"families: recall {(double)right / all:F3}");
        Assert.Empty(wrong);
        Assert.True(right >= MinFamilyRecall * all, $"recall {right}/{all}");
    }

    private static IEnumerable<(int, int)> Pairs(int count) =>
        Enumerable.Range(0, count).SelectMany(i => Enumerable.Range(0, i).Select(j => (i, j)));

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
