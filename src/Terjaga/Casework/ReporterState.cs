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

    /// <summary>Another officer looked again after an objection; nothing more is ordered.</summary>
    Reconsidered,

    /// <summary>Somebody may be in danger: help comes first.</summary>
    DangerHelp,
}

internal static class ReporterStates
{
    /// <param name="outcome">Of a case that was ended; null for every other one.</param>
    /// <param name="isReversed">Whether an objection to what was decided was upheld last.</param>
    /// <param name="isDanger">Whether the report speaks of a person in danger.</param>
    /// <param name="hasMoved">
    /// Whether the case has come to this state since the report was filed. Nobody in danger is told of an end that was
    /// reached before anyone knew of them.
    /// </param>
    public static ReporterState Of(CaseState state, CaseOutcome? outcome, bool isReversed, bool isDanger, bool hasMoved) => (state, outcome) switch
    {
        _ when isDanger && !hasMoved => ReporterState.DangerHelp,
        (CaseState.Correcting, _) => ReporterState.Reconsidered,
        (CaseState.Dismissed, _) when isReversed => ReporterState.Reconsidered,
        (CaseState.Gone, _) or (CaseState.Closed, CaseOutcome.Removed) => ReporterState.Gone,
        (CaseState.PartlyGone, _) or (CaseState.Closed, CaseOutcome.PartlyRemoved) => ReporterState.PartlyGone,
        (CaseState.Dismissed, _) or (CaseState.Closed, CaseOutcome.NothingToActOn) => ReporterState.Closed,
        _ when isDanger => ReporterState.DangerHelp,
        (CaseState.Ordered or CaseState.Closed, _) => ReporterState.Ordered,
        _ => ReporterState.Checked,
    };
}
