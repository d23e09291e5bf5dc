using System.Text.Json.Nodes;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>Real and invented texts of scams, placed at the platforms; where there are fewer texts than items, a text stands at several addresses, as copies do.</summary>
internal static class RehearsalItems
{
    /// <summary>One in so many is a lawful vacancy, which the officers dismiss.</summary>
    private const int LawfulOneIn = 20;

    /// <summary>Copies of a text, and how many platforms they stand at.</summary>
    private const int Copies = 12, PlatformsOfText = 4;

    /// <summary>A shorter text is too little to be known again.</summary>
    private const int LeastLetters = 60;

    /// <summary>The number of an item by its address.</summary>
    public static int NumberOf(string address) => int.Parse(new Uri(address).Segments[^1], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Skips the test where the shared folder is absent.</summary>
    public static IReadOnlyList<PlacedItem> Place(int count, IReadOnlyList<FictionalPlatform> platforms)
    {
        var words = StandingWords();
        var scams = Fitting(Scams(), words);
        var lawful = Fitting(Rows("data/found/jobscam_id.jsonl").Where(r => Is(r, 0)).Select(Text), words);
        var texts = Math.Min(scams.Count, Math.Max(platforms.Count, count / Copies));
        return [.. Enumerable.Range(0, count).Select(number =>
        {
            var (text, copy) = (number % texts, number / texts);
            var platform = platforms[(text + (copy % PlatformsOfText * (platforms.Count / PlatformsOfText))) % platforms.Count];
            return number % LawfulOneIn == LawfulOneIn - 1 && copy > 0
                ? new PlacedItem(number, platform, lawful[number / LawfulOneIn % lawful.Count], IsOffer: false)
                : new PlacedItem(number, platform, scams[text], IsOffer: true);
        })];
    }

    private static IEnumerable<string> Scams() =>
    [
        .. Rows("data/found/tbh24_scam.jsonl").Where(r => Is(r, 1)).OrderBy(r => (string)r["sublabel"]! == "job" ? 0 : 1).Select(Text),
        .. Rows("data/posts/posts.jsonl").Where(r => (string)r["label"]! == "scam").Select(Text),
        .. Rows("data/posters/manifest.jsonl").Where(r => (string)r["kind"]! == "original" && (string)r["label"]! == "scam").Select(Text),
    ];

    /// <summary>Those that are long enough, each once, and that do not themselves say that they are gone or ask to sign in.</summary>
    private static List<string> Fitting(IEnumerable<string> texts, IReadOnlyList<string> words) => [.. texts
        .Where(text => text.Length >= LeastLetters && !words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
        .DistinctBy(text => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant())];

    private static List<string> StandingWords() =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(SharedFolder.Root, "data", "watching.json")))!["rows"]!.AsArray()
            .Where(r => (string)r!["kind"]! != "SignInPath").Select(r => (string)r!["words"]!)];

    private static List<JsonNode> Rows(string path) =>
        [.. File.ReadLines(SharedFolder.Require(path)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!)];

    private static bool Is(JsonNode row, int label) => (int)row["label"]! == label;

    private static string Text(JsonNode row) => (string)row["text"]!;
}
