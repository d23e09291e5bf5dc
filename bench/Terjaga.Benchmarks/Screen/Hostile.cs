using System.Text.Json.Nodes;
using Terjaga.Screening;
using Terjaga.Screening.Reading;

namespace Terjaga.Benchmarks.Screen;

/// <summary>How long the engine is kept by texts made to keep it, by processor time; the best of a few tries.</summary>
internal static class Hostile
{
    private const int TryCount = 5;

    /// <summary>Lengths of the giants, in UTF-16 units.</summary>
    private static readonly int[] _giants = [1_000_000, 10_000_000];

    private static readonly string[] _giantKinds = ["one letter", "two letters in turn", "letters drawn apart", "combining marks alone"];

    public static JsonObject Measure(ShippedEngine engine, JsonArray targets)
    {
        Progress.Say($"{HostileTexts.Pieces.Count + 1} hostile texts of {Screener.MaxTextLength} characters");
        var texts = HostileTexts.Pieces.ToDictionary(row => row.Key, row => HostileTexts.Of(row.Value, Screener.MaxTextLength));
        texts["words all different"] = HostileTexts.OfNewWords(Screener.MaxTextLength);
        var taken = texts.Select(row => (row.Key, Ms: Best(() => engine.Screener.Screen(row.Value)))).OrderByDescending(row => row.Ms).ToList();
        targets.Add(Target.Below($"slowest hostile text of {Screener.MaxTextLength} characters, ms", taken[0].Ms, 50));
        return new JsonObject
        {
            ["screenMs"] = new JsonObject(taken.Select(row => KeyValuePair.Create<string, JsonNode?>(row.Key, Math.Round(row.Ms, 1)))),
            ["giants"] = new JsonObject(_giantKinds.Select(kind => KeyValuePair.Create<string, JsonNode?>(kind, Giant(engine, kind, targets)))),
        };
    }

    /// <summary>Of a longer text the screening reads the beginning; so the steps that come first are also timed on all of it.</summary>
    private static JsonObject Giant(ShippedEngine engine, string kind, JsonArray targets)
    {
        var (json, each) = (new JsonObject(), new List<double>());
        foreach (var length in _giants)
        {
            var text = HostileTexts.Of(HostileTexts.Pieces[kind], length);
            json[$"screenMs{length}"] = Math.Round(Best(() => engine.Screener.Screen(text)), 1);
            each.Add(Best(() => ReadAll(engine, text)) * Screener.MaxTextLength / length);
            json[$"readAllMsFor100Kb{length}"] = Math.Round(each[^1], 2);
        }

        targets.Add(Target.Below($"10 MB of {kind}: time of 100 KB / that of 1 MB", each[1] / each[0], 2));
        return json;
    }

    /// <summary>Reading form, words and phrases of a whole text, without the limit.</summary>
    private static void ReadAll(ShippedEngine engine, string text) =>
        engine.Screener.Rules.FindAll(engine.Screener.Rules.Read(text, NormalisedText.Of(text)));

    private static double Best(Action run) => Enumerable.Range(0, TryCount).Min(_ =>
    {
        var before = Environment.CpuUsage.TotalTime;
        run();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    });
}
