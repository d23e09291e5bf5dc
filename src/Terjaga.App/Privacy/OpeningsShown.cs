using Terjaga.Privacy.Opening;

namespace Terjaga.App.Privacy;

/// <summary>What the page of openings shows beside its list.</summary>
/// <param name="ReportId">As typed or brought by a link; null for an empty field.</param>
/// <param name="Problem">The sentence; null where nothing is wrong.</param>
public sealed record OpeningsShown(string? ReportId, string? Problem = null, int Status = StatusCodes.Status200OK)
{
    /// <summary>What two persons opened, shown once; null otherwise.</summary>
    public LookSealed.Contact? Contact { get; init; }
}
