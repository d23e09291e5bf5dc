using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Sharing;

namespace Terjaga.Casework.Bulk;

/// <summary>Says what a decision about several cases would do, before anybody takes it.</summary>
public sealed class PreviewBulk(TerjagaDb db, ReadSharing sharing)
{
    public sealed record Input(Acting By, IReadOnlyList<Guid> Cases, CaseStep Step);

    /// <param name="Becomes">The state after the step; null where it is not open.</param>
    public sealed record Row(Guid Id, string Title, int Version, CaseState State, CaseState? Becomes, int Reports, bool IsDanger);

    /// <param name="Rows">In the order of their choice; unknown ones and those that became part of another are left out.</param>
    /// <param name="Verdicts">What the officer may find of all of them; none where the step finds nothing.</param>
    public sealed record View(CaseStep Step, IReadOnlyList<Verdict> Verdicts, IReadOnlyList<Row> Rows);

    /// <summary>Fails with <c>access.denied</c>, <c>case.step-invalid</c>, <c>bulk.none</c> or <c>bulk.too-large</c>.</summary>
    public async Task<Result<View>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!Selection.Steps.Contains(input.Step))
            return new Problem("case.step-invalid");
        var (kind, duty) = CaseSteps.Of(input.Step, null);
        if (!input.By.Can(duty))
            return new Problem("access.denied");
        if (!Selection.Check([.. input.Cases.Select(id => new Selection.Chosen(id, 0))]).TryGet(out var chosen, out var problem))
            return problem;

        var shares = await sharing.ForAsync(input.By, cancellationToken);
        var (ids, reports) = (chosen.Select(c => c.CaseFileId).ToList(), db.CaseReports);
        var found = await db.CaseFiles.AsNoTracking().Where(c => ids.Contains(c.Id) && c.MergedIntoId == null)
            .Select(c => new { c.Id, c.Title, c.Version, c.State, c.Rank, Reports = reports.Count(r => r.CaseFileId == c.Id) })
            .ToDictionaryAsync(c => c.Id, cancellationToken);
        return new View(input.Step, [.. Enum.GetValues<Verdict>().Where(verdict => CaseSteps.Fits(input.Step, verdict))], [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(c => new Row(
            c.Id, shares.Say(SharedField.ReportWords, c.Title), c.Version, c.State, Selection.IsOpen(c.State) ? CaseFlow.Next(c.State, kind) : null, c.Reports, c.Rank >= QueueRank.Danger))]);
    }
}
