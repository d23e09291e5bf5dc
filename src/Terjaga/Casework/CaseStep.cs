using Terjaga.Accounts;

namespace Terjaga.Casework;

/// <summary>What KP2MI can decide about a case.</summary>
public enum CaseStep
{
    /// <summary>The offer is deceptive or unlawful.</summary>
    Verify,

    /// <summary>Nothing to act on.</summary>
    Dismiss,

    /// <summary>Komdigi is asked to act.</summary>
    HandOver,
}

internal static class CaseSteps
{
    /// <summary>The event of a step, the state in which it is open, and whose duty it is.</summary>
    public static (string Kind, CaseState From, Duty Duty) Of(CaseStep step) => step switch
    {
        CaseStep.Verify => (CaseEvents.Verified, CaseState.New, Duty.Verify),
        CaseStep.Dismiss => (CaseEvents.Dismissed, CaseState.New, Duty.Verify),
        CaseStep.HandOver => (CaseEvents.HandedOver, CaseState.Verified, Duty.HandOver),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };
}
