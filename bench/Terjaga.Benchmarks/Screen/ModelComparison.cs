using System.Text.Json.Nodes;
using Terjaga.Screening.Reading;

namespace Terjaga.Benchmarks.Screen;

/// <summary>The linear model alone, beside scikit-learn's and fastText's, which know none of our disguises.</summary>
internal static class ModelComparison
{
    /// <summary>Texts of which the words are kept; few enough for the cache of a core.</summary>
    private const int KeptCount = 100;

    public static async Task<JsonObject> MeasureAsync(
        ShippedEngine engine, List<string> texts, List<string> posts, Part<GeneratedPosts> generated, JsonArray targets,
        CancellationToken cancellationToken)
    {
        if (engine.Model is not { } model)
            return new JsonObject { ["leftOut"] = "no model is shipped" };
        Progress.Say("linear model");
        var alone = new ModelAlone(engine, model);
        var fromRawText = FromRawText(alone, texts);
        var json = new JsonObject
        {
            ["fromRawText"] = fromRawText.ToJson(Posts.BytesEach(texts)),
            ["fromRawTextOfCorpus"] = FromRawText(alone, posts).ToJson(Posts.BytesEach(posts)),
            ["fromWordsThatAreRead"] = FromWords(engine, alone, texts).ToJson(Posts.BytesEach(texts)),
        };
        var learners = await Part.TryAsync(() => ScikitLearn.MeasureAsync(generated, cancellationToken));
        json["scikitLearn"] = learners.Why ?? (JsonNode)new JsonArray([.. learners.Value!.Select(row => row.ToJson())]);
        if (learners.Value is [var wordsAndPairs, ..])
        {
            targets.Add(Target.AtLeast("model from the raw text / scikit-learn, batch", fromRawText.PerSecond / wordsAndPairs.BatchPerSecond, 20));
            targets.Add(Target.AtLeast("model from the raw text / scikit-learn, one by one", fromRawText.PerSecond / wordsAndPairs.OneByOnePerSecond, 100));
        }

        var fastText = await Part.TryAsync(() => FastText.MeasureAsync(generated, cancellationToken));
        json["fastText"] = fastText.Why ?? (JsonNode)fastText.Value!.ToJson();
        if (fastText.Value is { } peer)
            targets.Add(Target.AtLeast("model from the raw text / fastText", fromRawText.PerSecond / peer.PerSecond, 5));
        return json;
    }

    private static Rate FromRawText(ModelAlone alone, List<string> texts) => Rate.Of(texts.Count, () =>
    {
        foreach (var text in texts)
            alone.Score(text);
    });

    private static Rate FromWords(ShippedEngine engine, ModelAlone alone, List<string> texts)
    {
        var kept = texts.Take(KeptCount).Select(text => (Text: text, Form: NormalisedText.Of(text))).ToList()
            .ConvertAll(text => (text.Form, Words: engine.Screener.Rules.Read(text.Text, text.Form)));
        return Rate.Of(kept.Count, () =>
        {
            foreach (var (form, words) in kept)
                alone.Score(form, words);
        });
    }
}
