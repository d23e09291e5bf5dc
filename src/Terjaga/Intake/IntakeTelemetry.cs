using System.Diagnostics.Metrics;

namespace Terjaga.Intake;

/// <summary>What an operator's collector is told of the reports: that one came, and nothing that it holds.</summary>
internal static class IntakeTelemetry
{
    public const string Name = "Terjaga.Intake";

    private static readonly Counter<long> _received = new Meter(Name).CreateCounter<long>(
        "terjaga.reports.received", description: "Reports that were stored and acknowledged.");

    public static void Count() => _received.Add(1);
}
