using Terjaga.Screening.Rules;

namespace Terjaga.Tests.Screening;

public sealed class CatalogueCheckerTests
{
    private const string Whole =
        """
        {
          "version": "1", "asOf": "2026-11-25", "source": "test",
          "spellings": { "yg": "yang" },
          "words": {
            "negation": ["tidak"], "warning": ["waspada"], "work": ["kerja"], "idiom": ["mati gaya"], "play": ["game"]
          },
          "combinations": [
            { "id": "both", "titleId": "a", "titleEn": "a", "all": ["signal:a"], "none": ["word:warning"], "points": 1 }
          ],
          "dangers": [
            { "id": "d", "level": "P0", "all": ["word:work"], "none": ["word:play"], "within": 0 }
          ],
          "signals": [
            { "id": "a", "category": "offer", "severity": "High", "titleId": "a", "titleEn": "a",
              "phrases": [
                "visa turis",
                "proses cepat"
              ],
              "explanationId": "a", "explanationEn": "a" }
          ]
        }
        """;

    [Fact]
    public void The_catalogue_that_is_shipped_has_no_fault() => Assert.Empty(Check(
        File.ReadAllText(Path.Combine(SharedFolder.Root, "data", "signals", "catalogue.json"))));

    [Fact]
    public void A_small_catalogue_has_no_fault() => Assert.Empty(Check(Whole));

    [Theory]
    [InlineData("\"proses cepat\"", "\"visa turis\"", 17, "catalogue.duplicate")]
    [InlineData("\"proses cepat\"", "\"VISA  turis!\"", 17, "catalogue.duplicate")]
    [InlineData("\"proses cepat\"", "\"yg\"", 17, "catalogue.over-general")]
    [InlineData("\"proses cepat\"", "\"xy\"", 17, "catalogue.over-general")]
    [InlineData("\"proses cepat\"", "\"?!\"", 17, "catalogue.unreachable")]
    [InlineData("\"proses cepat\"", "\"waspada\"", 5, "catalogue.contradictory")]
    [InlineData("\"signal:a\"", "\"signal:b\"", 8, "catalogue.unknown-name")]
    [InlineData("\"none\": [\"word:play\"]", "\"none\": [\"word:work\"]", 11, "catalogue.contradictory")]
    [InlineData("\"severity\": \"High\"", "\"severity\": \"Huge\"", 14, "catalogue.unreadable")]
    [InlineData("\"asOf\"", "asOf", 2, "catalogue.unreadable")]
    public void A_planted_fault_is_told_with_its_line(string right, string wrong, int line, string code)
    {
        var fault = Check(Whole.Replace(right, wrong, StringComparison.Ordinal))[0];

        Assert.Equal((line, code), (fault.Line, fault.Code));
    }

    private static IReadOnlyList<CatalogueFault> Check(string json) => CatalogueChecker.Check(json, ShippedScreener.Gazetteer);
}
