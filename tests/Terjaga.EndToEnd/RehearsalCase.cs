using System.Text.Json.Nodes;

namespace Terjaga.EndToEnd;

/// <summary>One text of the rehearsal, and what the scripted officers think of it.</summary>
/// <param name="IsOffer">Whether KP2MI verifies it.</param>
internal sealed record RehearsalCase(string Text, bool IsOffer)
{
    /// <summary>
    /// The 81 job scams, 300 of the other scams and 100 of the rest of one file, and 300 lawful vacancies of another;
    /// skips the test where the shared folder is absent.
    /// </summary>
    public static IReadOnlyList<RehearsalCase> Read()
    {
        var posts = Rows("data/found/tbh24_scam.jsonl");
        var vacancies = Rows("data/found/jobscam_id.jsonl");
        return
        [
            .. posts.Where(r => Is(r, 1) && (string)r["sublabel"]! == "job").Take(81).Select(r => Of(r, true)),
            .. posts.Where(r => Is(r, 1) && (string)r["sublabel"]! == "scam").Take(300).Select(r => Of(r, true)),
            .. posts.Where(r => Is(r, 0)).Take(100).Select(r => Of(r, false)),
            .. vacancies.Where(r => Is(r, 0)).Take(300).Select(r => Of(r, false)),
        ];
    }

    private static List<JsonNode> Rows(string path) =>
        [.. File.ReadLines(SharedFolder.Require(path)).Where(line => line.Length > 0).Select(line => JsonNode.Parse(line)!)];

    private static bool Is(JsonNode row, int label) => (int)row["label"]! == label;

    private static RehearsalCase Of(JsonNode row, bool isOffer) => new((string)row["text"]!, isOffer);
}
