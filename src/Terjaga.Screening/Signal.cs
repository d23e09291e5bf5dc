namespace Terjaga.Screening;

/// <summary>A danger sign: what it is called, how it is worded, and what a person should know about it.</summary>
public sealed record Signal(
    string Id, string Category, Severity Severity, string TitleId, string TitleEn, IReadOnlyList<string> Phrases,
    string ExplanationId, string ExplanationEn);
