using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks;

/// <summary>How long things took, in milliseconds, and what can be said of them.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] _sorted = [.. milliseconds.Order()];

    public double P50 => At(0.50);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    public double Max => _sorted[^1];

    public JsonObject ToJson() => new()
    {
        ["count"] = _sorted.Length,
        ["p50Ms"] = Math.Round(P50, 3),
        ["p90Ms"] = Math.Round(At(0.90), 3),
        ["p95Ms"] = Math.Round(P95, 3),
        ["p99Ms"] = Math.Round(P99, 3),
        ["maxMs"] = Math.Round(Max, 3),
    };

    /// <summary>The smallest value that the given share does not exceed (nearest rank).</summary>
    private double At(double share) => _sorted[Math.Max(0, (int)Math.Ceiling(share * _sorted.Length) - 1)];
}
