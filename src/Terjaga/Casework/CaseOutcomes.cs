namespace Terjaga.Casework;

/// <summary>With which outcomes a case can be ended.</summary>
public static class CaseOutcomes
{
    public static IReadOnlyList<CaseOutcome> OpenIn(CaseState state) => [.. CaseFlow.OutcomesIn(state)];
}
