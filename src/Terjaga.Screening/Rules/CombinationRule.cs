namespace Terjaga.Screening.Rules;

/// <summary>Signs that together say more than their sum.</summary>
/// <param name="All">Names of facts that must all be there; alternatives are divided by <c>|</c>.</param>
/// <param name="None">Names of facts of which none may be there.</param>
/// <param name="Points">1 to 3, added to those of the signals.</param>
public sealed record CombinationRule(
    string Id, string TitleId, string TitleEn, IReadOnlyList<string> All, IReadOnlyList<string> None, int Points);
