using System.Text.Json;
using Terjaga.Screening;

namespace Terjaga.Tests.Screening;

public sealed class BadInputTests
{
    public static TheoryData<string, string> Hostile => new()
    {
        { "nothing", "" },
        { "lone surrogates", "gaji \ud83d besar \udc00\udc00 kerja" },
        { "NULs", "visa\0turis\0" + new string('\0', 1000) },
        { "one letter", new string('a', 10_000_000) },
        { "one digit", new string('1', 100_000) },
        { "digits apart", string.Concat(Enumerable.Repeat("1 ", 50_000)) },
        { "letters apart", string.Concat(Enumerable.Repeat("a.", 50_000)) },
        { "right to left", string.Concat(Enumerable.Repeat("\u202Evisa turis\u202C", 5_000)) },
        { "marks", "a" + new string('\u0336', 100_000) },
        { "quotes", new string('"', 100_000) },
        { "one sign", string.Concat(Enumerable.Repeat("visa turis ", 9_000)) },
        { "all signs", string.Join(' ', ShippedScreener.Catalogue.Signals.SelectMany(signal => signal.Phrases)) },
        { "warnings", string.Concat(Enumerable.Repeat("waspada. ", 11_000)) },
        { "long expansions", string.Concat(Enumerable.Repeat("\uFDFA", 50_000)) },
        { "no characters", "kerja \uFFFE \uFFFF \uFDD0 gaji" },
        { "flags", string.Concat(Enumerable.Repeat("🇰", 30_000)) },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void Whatever_comes_is_answered_with_places_inside_the_text(string name, string text)
    {
        Assert.NotEmpty(name);
        AssertSound(ShippedScreener.WithModel.Screen(text), text);
        AssertSound(ShippedScreener.RulesAlone.Screen(text), text);
    }

    [Fact]
    public void Naughty_strings_are_answered()
    {
        var file = SharedFolder.Require("standards/naughty/blns.json");
        foreach (var text in JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().Select(row => row.GetString()!))
        {
            AssertSound(ShippedScreener.WithModel.Screen(text), text);
            AssertSound(ShippedScreener.WithModel.Screen("Loker kamboja " + text + " visa turis"), "Loker kamboja " + text + " visa turis");
        }
    }

    private static void AssertSound(ScreeningResult result, string text)
    {
        Assert.InRange(result.Score, 0, 1);
        Assert.Contains(result.Context, Contexts.All);
        Assert.All(result.Signals, signal => Assert.True(0 <= signal.Start && signal.Start < signal.End && signal.End <= text.Length));
        Assert.All(result.Why?.Parts ?? [], part => Assert.True(part.Start <= part.End && part.End <= text.Length));
    }
}
