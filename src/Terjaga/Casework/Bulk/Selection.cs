namespace Terjaga.Casework.Bulk;

/// <summary>Cases that an officer chose, each with the version that lay before them.</summary>
public static class Selection
{
    /// <summary>Most cases of one act: what a person can look through before they stand for it.</summary>
    public const int MaxCases = 200;

    /// <summary>Steps that can be taken for several cases at once, and undone; the others speak about one case.</summary>
    public static readonly IReadOnlyList<CaseStep> Steps = [CaseStep.Verify, CaseStep.Dismiss, CaseStep.HandOver];

    /// <summary>A question of Komdigi wants an answer of its own: where one waits, no step is open for several cases.</summary>
    internal static bool IsOpen(CaseState state) => state != CaseState.Returned;

    /// <param name="Version">As the officer saw it.</param>
    public sealed record Chosen(Guid CaseFileId, int Version);

    /// <summary>Each case once. Fails with <c>bulk.none</c> or <c>bulk.too-large</c>.</summary>
    internal static Result<IReadOnlyList<Chosen>> Check(IReadOnlyList<Chosen>? cases) => cases?.DistinctBy(c => c.CaseFileId).ToList() switch
    {
        null or [] => new Problem("bulk.none"),
        { Count: > MaxCases } => new Problem("bulk.too-large", MaxCases),
        var chosen => chosen,
    };
}
