using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks;

/// <summary>What a figure must reach; the measurement says whether it did.</summary>
internal static class Target
{
    public static JsonObject AtLeast(string name, double value, double bound) => Make(name, value, bound, ">=", value >= bound);

    public static JsonObject Below(string name, double value, double bound) => Make(name, value, bound, "<", value < bound);

    private static JsonObject Make(string name, double value, double bound, string sign, bool isMet) => new()
    {
        ["name"] = name,
        ["value"] = Math.Round(value, 2),
        ["target"] = $"{sign} {bound}",
        ["isMet"] = isMet,
    };
}
