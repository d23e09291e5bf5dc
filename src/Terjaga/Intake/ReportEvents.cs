namespace Terjaga.Intake;

/// <summary>What can happen to a report, as its events call it.</summary>
internal static class ReportEvents
{
    public const string Received = "report.received";
    public const string Captured = "report.captured";
    public const string Screened = "report.screened";
}
