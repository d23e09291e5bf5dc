namespace Terjaga.Casework.Joining;

/// <summary>Which cases a person may join.</summary>
internal static class JoinRules
{
    /// <summary>
    /// An undecided case becomes part of any other. A decided one does only where both were decided alike and nothing was
    /// ordered: orders belong to the case for which they were signed.
    /// </summary>
    public static bool CanBecomePart(CaseState from, CaseState into) =>
        from == CaseState.New || (from == into && from is (CaseState.Verified or CaseState.Dismissed));
}
