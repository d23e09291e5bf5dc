namespace Terjaga.Screening.Rules;

/// <summary>When a text says that somebody is in danger.</summary>
/// <param name="All">Names of facts that must all be there; alternatives are divided by <c>|</c>.</param>
/// <param name="None">Names of facts of which none may be there.</param>
/// <param name="Within">How many words apart the phrases of <paramref name="All"/> may stand; 0 for anywhere in the text.</param>
public sealed record DangerRule(
    string Id, Danger Level, IReadOnlyList<string> All, IReadOnlyList<string> None, int Within);
