namespace Terjaga.Casework.Undoing;

/// <summary>A decision that nobody has taken back, its case, and what has come of it meanwhile.</summary>
/// <param name="IsReporterTold">A note to those who reported stands that was written after it.</param>
/// <param name="IsPublicWarned">A warning of the public stands that was published after it.</param>
/// <param name="HasLeft">Something left the desk after it that nothing calls back: a letter to a company, a file.</param>
internal sealed record StandingDecision(CaseDecision Decision, CaseFile File, bool IsReporterTold, bool IsPublicWarned, bool HasLeft)
{
    /// <summary>
    /// Null where it can be taken back. Each code names the act that puts it right instead: <c>undo.nothing</c> a new decision,
    /// <c>undo.reporter-told</c> the end of the note, <c>undo.public-warned</c> the end of the warning, <c>undo.left</c> an objection.
    /// </summary>
    public Problem? WhyNot => this switch
    {
        _ when File.Version != Decision.VersionAfter || File.MergedIntoId is not null || !CaseFlow.Allows(File.State, Kind) => new Problem("undo.nothing"),
        { IsReporterTold: true } => new Problem("undo.reporter-told"),
        { IsPublicWarned: true } => new Problem("undo.public-warned"),
        { HasLeft: true } => new Problem("undo.left"),
        _ => null,
    };

    private string Kind => CaseEvents.UndoneTo(CaseFlow.BackFrom(File.State, Decision.StateBefore));
}
