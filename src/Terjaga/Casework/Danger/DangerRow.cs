namespace Terjaga.Casework.Danger;

/// <summary>One danger file as officers see it; nothing of it is sealed.</summary>
/// <param name="CaseFileId">The case of its report; null while that is not filed yet.</param>
/// <param name="Signals">Ids of danger signs; empty where the text as a whole was read as danger.</param>
/// <param name="Countries">ISO 3166-1.</param>
/// <param name="IsMissed">The first response came too late, or is overdue.</param>
/// <param name="HolderId">Who looks after it; null while nobody does.</param>
/// <param name="Hold">As it is now: a wait whose date has passed is open again.</param>
/// <param name="Outcome">Code of the plan; null while it is open.</param>
public sealed record DangerRow(
    Guid ReportId, Guid? CaseFileId, DangerLevel Level, IReadOnlyList<string> Signals, IReadOnlyList<string> Countries, DateTimeOffset RaisedAt,
    DateTimeOffset DueAt, bool IsMissed, int Version, Guid? HolderId, DateTimeOffset? AnsweredAt, Guid? AnsweredBy, HoldState Hold,
    DateTimeOffset? HoldUntil, DateTimeOffset? ClosedAt, string? Outcome)
{
    internal static DangerRow Of(DangerFile file, Guid? caseFileId, DateTimeOffset now) => new(
        file.ReportId, caseFileId, file.Level, Lines(file.Signals), Lines(file.Countries), file.RaisedAt, file.DueAt, file.IsMissed(now), file.Version,
        file.HolderId, file.AnsweredAt, file.AnsweredBy, file.Hold == HoldState.MustWait && file.HoldUntil <= now ? HoldState.Open : file.Hold,
        file.HoldUntil, file.ClosedAt, file.Outcome);

    internal static IReadOnlyList<string> Lines(string list) => list.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
