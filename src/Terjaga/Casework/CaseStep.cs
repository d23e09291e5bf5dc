using Terjaga.Accounts;

namespace Terjaga.Casework;

/// <summary>What an officer can decide about a case, besides its orders.</summary>
public enum CaseStep
{
    /// <summary>The offer is deceptive or unlawful.</summary>
    Verify,

    /// <summary>Nothing to act on.</summary>
    Dismiss,

    /// <summary>Komdigi is asked to act.</summary>
    HandOver,

    /// <summary>Komdigi takes it up.</summary>
    Accept,

    /// <summary>Komdigi gives it back; the reason is the question.</summary>
    Return,

    /// <summary>KP2MI gives it to Komdigi again; the reason is the answer.</summary>
    Answer,

    /// <summary>It is ended, with an outcome.</summary>
    Close,

    /// <summary>What was taken away by a reversed decision is put right; the reason says how.</summary>
    Correct,
}

internal static class CaseSteps
{
    /// <summary>The event of a step, and whose duty it is; <see cref="CaseFlow"/> tells in which states it is open.</summary>
    public static (string Kind, Duty Duty) Of(CaseStep step, CaseOutcome? outcome) => step switch
    {
        CaseStep.Verify => (CaseEvents.Verified, Duty.Verify),
        CaseStep.Dismiss => (CaseEvents.Dismissed, Duty.Verify),
        CaseStep.HandOver => (CaseEvents.HandedOver, Duty.HandOver),
        CaseStep.Accept => (CaseEvents.Accepted, Duty.DraftOrder),
        CaseStep.Return => (CaseEvents.Returned, Duty.DraftOrder),
        CaseStep.Answer => (CaseEvents.Answered, Duty.Verify),
        CaseStep.Correct => (CaseEvents.Corrected, Duty.CloseCase),
        CaseStep.Close => (CaseEvents.Closed(outcome.GetValueOrDefault()), Duty.CloseCase),
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>The verdict that a step stands for where the officer names none: what is most often meant, and never more than is known.</summary>
    public static Verdict? Plain(CaseStep step) => step switch
    {
        CaseStep.Verify => Verdict.Deceptive,
        CaseStep.Dismiss => Verdict.CannotTell,
        _ => null,
    };

    /// <summary>Whether a verdict belongs to a step: two of them ask Komdigi to act, the others end the case.</summary>
    public static bool Fits(CaseStep step, Verdict verdict) => step switch
    {
        CaseStep.Verify => verdict is Verdict.Deceptive or Verdict.UnlawfulPlacement,
        CaseStep.Dismiss => verdict is Verdict.Lawful or Verdict.NotAnOffer or Verdict.CannotTell,
        _ => false,
    };
}
