using Terjaga.Casework;

namespace Terjaga.App.Casework;

/// <summary>What one button of a form decides: a step, with the verdict or the outcome that belongs to it.</summary>
internal sealed record CaseChoice(CaseStep Step, Verdict? Verdict = null, CaseOutcome? Outcome = null)
{
    /// <summary>Name of the buttons.</summary>
    public const string Field = "langkah";

    /// <summary>What KP2MI can find of an offer; the first is the usual one.</summary>
    public static IReadOnlyList<CaseChoice> OfOffer { get; } = [new(CaseStep.Verify), new(CaseStep.Verify, Terjaga.Casework.Verdict.UnlawfulPlacement), .. Dismissals];

    public static IReadOnlyList<CaseChoice> Dismissals =>
    [
        new(CaseStep.Dismiss, Terjaga.Casework.Verdict.Lawful), new(CaseStep.Dismiss, Terjaga.Casework.Verdict.NotAnOffer), new(CaseStep.Dismiss),
    ];

    /// <summary>The value of the button; also the end of the key of its word.</summary>
    public string Value => (Verdict, Outcome) switch
    {
        ({ } verdict, _) => $"{Step}:{verdict}",
        (_, { } outcome) => $"{Step}:{outcome}",
        _ => $"{Step}",
    };

    /// <summary>The key by which the desk's script finds the usual button; null for the others.</summary>
    public string? Key => (Step, Verdict) switch
    {
        (CaseStep.Verify, null) => "v",
        (CaseStep.HandOver or CaseStep.Answer, _) => "h",
        (CaseStep.Accept, _) => "a",
        (CaseStep.Return, _) => "r",
        _ => null,
    };

    /// <summary>Null for what is no button of ours.</summary>
    public static CaseChoice? Parse(string? value)
    {
        var parts = (value ?? "").Split(':', 2);
        if (!IsName(parts[0], out CaseStep step))
            return null;
        if (parts.Length == 1)
            return new CaseChoice(step);
        return step == CaseStep.Close
            ? IsName(parts[1], out CaseOutcome outcome) ? new CaseChoice(step, Outcome: outcome) : null
            : IsName(parts[1], out Verdict verdict) ? new CaseChoice(step, verdict) : null;
    }

    /// <remarks>A number would name an enum too.</remarks>
    private static bool IsName<T>(string text, out T value)
        where T : struct, Enum => Enum.TryParse(text, out value) && Enum.IsDefined(value) && char.IsAsciiLetter(text[0]);
}
