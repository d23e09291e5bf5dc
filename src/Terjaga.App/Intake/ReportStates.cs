using Terjaga.Casework;

namespace Terjaga.App.Intake;

/// <summary>Names of what a reporter is told, as the contract of the API writes them.</summary>
internal static class ReportStates
{
    public static string NameOf(ReporterState state) => state switch
    {
        ReporterState.Received => "received",
        ReporterState.Checked => "checked",
        ReporterState.Ordered => "ordered",
        ReporterState.PartlyGone => "partly-gone",
        ReporterState.Gone => "gone",
        ReporterState.Closed => "closed",
        ReporterState.Reconsidered => "reconsidered",
        ReporterState.DangerHelp => "danger-help",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
