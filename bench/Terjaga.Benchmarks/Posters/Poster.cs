using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Posters;

/// <summary>A picture of the shared set, with what must be read in it.</summary>
/// <param name="Keywords">Lower case.</param>
/// <param name="Phones">E.164.</param>
/// <param name="Kind"><c>original</c>, <c>variant</c> or <c>confusable</c>.</param>
internal sealed record Poster(string File, string Kind, string Mutation, IReadOnlyList<string> Keywords, IReadOnlyList<string> Phones)
{
    /// <summary>Throws <see cref="MissingPartException"/> without the shared folder.</summary>
    public static IReadOnlyList<Poster> ReadAll()
    {
        var folder = Checkout.Shared("data/posters");
        return
        [
            .. System.IO.File.ReadLines(Path.Combine(folder, "manifest.jsonl")).Select(line => JsonNode.Parse(line)!).Select(row => new Poster(
                Path.Combine(folder, (string)row["file"]!), (string)row["kind"]!, (string)row["mutation"]!, Words(row["keywords"]), Words(row["phones"]))),
        ];
    }

    private static List<string> Words(JsonNode? words) => [.. words!.AsArray().Select(word => (string)word!)];
}
