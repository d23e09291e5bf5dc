namespace Terjaga.Screening;

/// <summary>A danger sign: what it is called, how it is worded, and what a person should know about it.</summary>
public sealed record Signal(
    string Id, string Category, Severity Severity, string TitleId, string TitleEn, IReadOnlyList<string> Phrases,
    string ExplanationId, string ExplanationEn)
{
    /// <summary>The sign that words are written so that software does not know them; it is also found without a phrase.</summary>
    public const string EvasionCategory = "evasion";

    /// <summary>Signs that somebody is in danger; they escalate and are never scored.</summary>
    public const string DangerCategory = "danger";

    /// <summary>Facts of which one must hold for a phrase to count; none where the phrase is enough.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>Rules that the sign touches, each with the confidence of the research in brackets; the first is shown to the public.</summary>
    public IReadOnlyList<string> LegalBasis { get; init; } = [];

    /// <summary>What was seen that speaks for the sign, with the same marks of confidence; empty where the catalogue names nothing.</summary>
    public string Evidence { get; init; } = "";
}
