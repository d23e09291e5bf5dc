using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Intake;

/// <summary>What intake must reach, relative to the machine and to others.</summary>
internal static class IntakeTargets
{
    /// <summary>Reports a second of Bluesky Ozone 0.1.169 at 16 clients, median (docs/performance.md).</summary>
    private const double Ozone = 21;

    /// <summary>Tickets a second of Request Tracker 5.0.3 at 16 clients (docs/performance.md).</summary>
    private const double RequestTracker = 1;

    public static JsonArray Compare(
        double syncsPerSecond, Wrk.Figures withoutStorage, Wrk.Figures few, Wrk.Figures many, Latencies wait,
        Wrk.Figures crowd, long lost) =>
    [
        Target.AtLeast("16 clients / fdatasync one by one", few.PerSecond / syncsPerSecond, 1.5),
        Target.AtLeast("16 clients / same desk without storage", few.PerSecond / withoutStorage.PerSecond, 0.25),
        Target.AtLeast("16 clients / Ozone", few.PerSecond / Ozone, 30),
        Target.AtLeast("16 clients / Request Tracker", few.PerSecond / RequestTracker, 300),
        Target.AtLeast("64 clients / fdatasync one by one", many.PerSecond / syncsPerSecond, 2),
        Target.Below("16 clients p99, ms", few.P99Ms, 50),
        Target.Below("64 clients p99, ms", many.P99Ms, 50),
        Target.Below("failures at 10,000 connections", crowd.Failures, 1),
        Target.Below("acknowledged and not stored", lost, 1),
        Target.Below("receipt to queue p50, ms", wait.P50, 200),
        Target.Below("receipt to queue p99, ms", wait.P99, 1_000),
    ];
}
