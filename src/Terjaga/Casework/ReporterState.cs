namespace Terjaga.Casework;

/// <summary>What a reporter is told, behind the receipt.</summary>
public enum ReporterState
{
    /// <summary>It is safe with the desk; no one has looked yet.</summary>
    Received,

    /// <summary>Read and in the queue of KP2MI, or checked by it.</summary>
    Checked,

    /// <summary>Komdigi has it, or has ordered it down.</summary>
    Ordered,

    /// <summary>Some copies are seen to be gone.</summary>
    PartlyGone,

    /// <summary>Seen to be gone by two checks at different times.</summary>
    Gone,

    /// <summary>An officer looked and found nothing to act on.</summary>
    Closed,

    /// <summary>Somebody may be in danger: help comes first.</summary>
    DangerHelp,
}

internal static class ReporterStates
{
    public static ReporterState Of(CaseState state, int rank) => state switch
    {
        CaseState.Gone => ReporterState.Gone,
        CaseState.PartlyGone => ReporterState.PartlyGone,
        CaseState.Dismissed => ReporterState.Closed,
        _ when rank >= QueueRank.Danger => ReporterState.DangerHelp,
        CaseState.New or CaseState.Verified or CaseState.HandedOver => ReporterState.Checked,
        _ => ReporterState.Ordered,
    };
}
