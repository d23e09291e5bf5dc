using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;
using Terjaga.Screening.Linking;

namespace Terjaga.Casework.Joining;

/// <summary>What may belong to a case and waits for a person, and the steps by which it became what it is.</summary>
public sealed class ListLinks(TerjagaDb db, ReadSharing sharing)
{
    /// <summary>Most rows of each sort that are shown; the strongest proposals, the newest steps.</summary>
    public const int MaxShown = 50;

    /// <summary>A link that waits for a person.</summary>
    /// <param name="OtherId">The other case.</param>
    public sealed record Proposal(Guid LinkId, LinkKind? Kind, double Strength, Guid OtherId, string OtherTitle, CaseState OtherState);

    /// <summary>A step by which the case, or what became part of it, received something or gave it away.</summary>
    /// <param name="LinkId">Of a merge, the link that led to it; null where there is none.</param>
    /// <param name="Reason">Null where the machine did it.</param>
    public sealed record JoinStep(
        Guid Id, DateTimeOffset At, CaseJoinKind Kind, Guid FromId, string FromTitle, Guid IntoId, string IntoTitle, Guid? LinkId, string Actor,
        string? Reason, DateTimeOffset? UndoneAt);

    /// <param name="StepCount">All steps, with those that are not shown.</param>
    public sealed record View(IReadOnlyList<Proposal> Proposals, IReadOnlyList<JoinStep> Steps, int StepCount);

    /// <param name="caseFileId">Of a case that stands by itself.</param>
    public async Task<View> RunAsync(Acting by, Guid caseFileId, CancellationToken cancellationToken)
    {
        var shares = await sharing.ForAsync(by, cancellationToken);
        var proposed = await db.CaseLinks.AsNoTracking()
            .Where(l => l.State == CaseLinkState.Proposed && l.FirstCaseId != l.SecondCaseId && (l.FirstCaseId == caseFileId || l.SecondCaseId == caseFileId))
            .OrderByDescending(l => l.Strength).ThenBy(l => l.Id).Take(MaxShown).ToListAsync(cancellationToken);
        var others = proposed.ConvertAll(l => l.FirstCaseId == caseFileId ? l.SecondCaseId : l.FirstCaseId);
        var files = await db.CaseFiles.AsNoTracking().Where(c => others.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        List<Proposal> proposals =
        [
            .. proposed.Zip(others).Select(pair => new Proposal(
                pair.First.Id, pair.First.Kind, pair.First.Strength, pair.Second, shares.Say(SharedField.ReportWords, files[pair.Second].Title), files[pair.Second].State)),
        ];

        var all = await db.StepsUnderAsync(caseFileId, cancellationToken);
        return new View(proposals, await StepsAsync([.. all.Take(MaxShown)], shares, cancellationToken), all.Count);
    }

    private async Task<List<JoinStep>> StepsAsync(List<Guid> newest, Shares shares, CancellationToken cancellationToken)
    {
        var seesReasons = shares.Sees(SharedField.HistoryReasons);
        var steps = await (
            from step in db.CaseJoins.AsNoTracking()
            join source in db.CaseFiles.AsNoTracking() on step.FromId equals source.Id
            join target in db.CaseFiles.AsNoTracking() on step.IntoId equals target.Id
            where newest.Contains(step.Id)
            orderby step.Id descending
            select new
            {
                step.Id,
                step.At,
                step.Kind,
                step.FromId,
                step.IntoId,
                step.LinkId,
                step.Actor,
                step.UndoneAt,
                Reason = seesReasons ? step.Reason : null,
                From = source.Title,
                Into = target.Title,
            }).ToListAsync(cancellationToken);
        return steps.ConvertAll(s => new JoinStep(
            s.Id, s.At, s.Kind, s.FromId, Title(s.From), s.IntoId, Title(s.Into), s.Kind == CaseJoinKind.Merge ? s.LinkId : null,
            s.Actor.Value, s.Reason is null ? null : shares.Say(SharedField.HistoryReasons, s.Reason), s.UndoneAt));

        string Title(string title) => shares.Say(SharedField.ReportWords, title);
    }
}
