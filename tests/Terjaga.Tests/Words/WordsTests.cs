using System.Text.RegularExpressions;
using System.Xml.Linq;
using Terjaga.Casework;
using Terjaga.Casework.Queues;
using Terjaga.Screening;
using Terjaga.Screening.Rules;
using Terjaga.Tests.Screening;

namespace Terjaga.Tests.Words;

public sealed partial class WordsTests
{
    [Fact]
    public void Every_code_that_a_problem_can_have_has_a_sentence()
    {
        var sentences = Read(Path.Combine(Sources(), "Terjaga.App", "Words", "Problems.resx"));

        var silent = Codes(Directory.EnumerateFiles(Sources(), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText))
            .Where(code => !sentences.ContainsKey(code));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_word_is_there_in_both_languages_with_the_same_places()
    {
        foreach (var indonesian in Directory.EnumerateFiles(Sources(), "*.resx", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".en.resx", StringComparison.Ordinal)))
        {
            var (id, en) = (Read(indonesian), Read(Path.ChangeExtension(indonesian, ".en.resx")));
            Assert.Equal(id.Keys.Order(), en.Keys.Order());
            Assert.All(id, word => Assert.Equal(Places(word.Value), Places(en[word.Key])));
            Assert.All(id.Values.Concat(en.Values), Assert.NotEmpty);
        }
    }

    [Fact]
    public void Every_fact_that_can_give_a_point_has_words()
    {
        var words = Read(Path.Combine(Sources(), "Terjaga.App", "Screening", "ScreeningWords.resx"));

        Assert.All(FactNames.OfText.Concat(Contexts.All.Select(FactNames.OfContext)), fact => Assert.Contains("fact." + fact, words.Keys));
        Assert.All(ShippedScreener.Catalogue.Words.Keys, list => Assert.Contains("list." + list, words.Keys));
    }

    [Fact]
    public void Every_state_of_a_case_and_whose_turn_it_is_has_words()
    {
        var words = Read(Path.Combine(Sources(), "Terjaga.App", "Casework", "CaseworkWords.resx"));
        var figures = Read(Path.Combine(Sources(), "Terjaga.App", "Transparency", "FiguresWords.resx"));

        Assert.All(Enum.GetValues<CaseState>(), state => Assert.Contains($"state.{state}", words.Keys));
        Assert.All(Enum.GetValues<CaseState>(), state => Assert.Contains($"wait.{state}", words.Keys));
        Assert.All(CaseTurns.Open, state => Assert.Contains($"turn.{state}", figures.Keys));
    }

    [Fact]
    public void A_code_in_a_source_is_seen() =>
        Assert.Equal(["planted.code"], Codes(["return new Problem(\"planted.code\", 3);"]));

    private static IEnumerable<string> Codes(IEnumerable<string> sources) =>
        sources.SelectMany(text => CodePattern().Matches(text)).Select(match => match.Groups[1].Value).Distinct();

    private static Dictionary<string, string> Read(string file) => XDocument.Load(file).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string word) =>
        PlacePattern().Matches(word).Select(match => match.Value).Distinct().Order();

    private static string Sources()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Terjaga.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
        return Path.Combine(folder.FullName, "src");
    }

    [GeneratedRegex("new Problem\\(\\s*\"([a-z.-]+)\"")]
    private static partial Regex CodePattern();

    [GeneratedRegex("\\{[0-9]\\}")]
    private static partial Regex PlacePattern();
}
