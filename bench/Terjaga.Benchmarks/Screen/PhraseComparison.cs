using System.Text.Json.Nodes;
using Terjaga.Screening.Reading;

namespace Terjaga.Benchmarks.Screen;

/// <summary>2,000 phrases: our search from the raw text to the hits and its steps, beside Hyperscan and <c>SearchValues</c>.</summary>
internal static class PhraseComparison
{
    private const int PhraseCount = 2_000;

    /// <summary>Texts of which the words are kept, to time the pass over them; few enough for the cache of a core.</summary>
    private const int KeptCount = 100;

    public static async Task<JsonObject> MeasureAsync(
        ShippedEngine engine, List<string> texts, List<string> posts, Part<GeneratedPosts> generated, ScratchFolder scratch,
        JsonArray targets, CancellationToken cancellationToken)
    {
        Progress.Say($"{PhraseCount} phrases");
        var phrases = PhraseList.Of(engine.Catalogue, PhraseCount);
        var search = new PhraseSearch(engine.Catalogue, phrases);
        var (json, fromRawText) = Own(search, texts);
        var (values, allPlaces) = SearchValuesPeer.Measure(phrases, texts);
        json["ofCorpus"] = Own(search, posts).Json;
        json["searchValues"] = values;
        var hyperscan = await Part.TryAsync(() => Hyperscan.MeasureAsync(phrases, generated, scratch, cancellationToken));
        json["hyperscan"] = hyperscan.Why ?? (JsonNode)hyperscan.Value!.ToJson();
        targets.Add(Target.AtLeast($"{PhraseCount} phrases from the raw text, MB/s", fromRawText, 100));
        targets.Add(Target.AtLeast("phrases from the raw text / SearchValues, all places", fromRawText / allPlaces, 1.2));
        if (hyperscan.Value is { } peer)
            targets.Add(Target.AtLeast("phrases from the raw text / Hyperscan literals", fromRawText / peer.MegabytesPerSecond, 0.5));
        return json;
    }

    private static (JsonObject Json, double FromRawText) Own(PhraseSearch search, List<string> texts)
    {
        var (bytesEach, found) = (Posts.BytesEach(texts), 0L);
        var whole = Rate.Of(texts.Count, () =>
        {
            found = 0;
            foreach (var text in texts)
                found += search.Find(search.Read(text));
        });
        var form = Rate.Of(texts.Count, () =>
        {
            foreach (var text in texts)
                NormalisedText.Of(text);
        });
        var kept = texts.Take(KeptCount).ToList();
        var words = kept.ConvertAll(search.Read);
        var pass = Rate.Of(words.Count, () =>
        {
            foreach (var read in words)
                search.Find(read);
        });
        return (new JsonObject
        {
            ["bytesEach"] = Math.Round(bytesEach),
            ["hitsInOnePass"] = found,
            ["fromRawText"] = whole.ToJson(bytesEach),
            ["readingFormAlone"] = form.ToJson(bytesEach),
            ["passOverWordsAlone"] = pass.ToJson(Posts.BytesEach(kept)),
        }, whole.Megabytes(bytesEach));
    }
}
