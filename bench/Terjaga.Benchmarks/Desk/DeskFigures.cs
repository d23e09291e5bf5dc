using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Desk;

/// <summary>What one desk took, by what was asked of it.</summary>
/// <param name="Alone">One officer and nothing else.</param>
/// <param name="Busy">Fifty officers, and reports that arrive.</param>
/// <param name="Refused">Answers other than the expected ones, by status.</param>
internal sealed record DeskFigures(
    TimeSpan Filled, IReadOnlyDictionary<string, Latencies> Alone, IReadOnlyDictionary<string, Latencies> Busy,
    IReadOnlyDictionary<int, int> Refused, double ReportsPerSecond, double ResidentMegabytes)
{
    public JsonObject ToJson() => new()
    {
        ["fillSeconds"] = Math.Round(Filled.TotalSeconds, 1),
        ["oneOfficer"] = ToJson(Alone),
        ["fiftyOfficers"] = ToJson(Busy),
        ["refused"] = new JsonObject(Refused.Select(pair => KeyValuePair.Create($"{pair.Key}", (JsonNode?)pair.Value))),
        ["reportsPerSecond"] = Math.Round(ReportsPerSecond, 1),
        ["residentMegabytes"] = ResidentMegabytes,
    };

    private static JsonObject ToJson(IReadOnlyDictionary<string, Latencies> latencies) =>
        new(latencies.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToJson())));
}
