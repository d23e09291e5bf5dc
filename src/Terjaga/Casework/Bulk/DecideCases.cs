using Terjaga.Accounts;

namespace Terjaga.Casework.Bulk;

/// <summary>One decision about several cases. Each is decided by itself, by the rules of <see cref="DecideCase"/>; what changed meanwhile is left and told.</summary>
public sealed class DecideCases(TerjagaDb db, DecideCase decide, TimeProvider clock)
{
    public sealed record Input(Acting By, IReadOnlyList<Selection.Chosen>? Cases, CaseStep Step, Verdict? Verdict, string? Reason);

    /// <param name="Left">Cases that were not decided, each with the reason.</param>
    public sealed record Decided(Guid ActId, int Count, IReadOnlyList<Left> Left);

    public sealed record Left(Guid CaseFileId, Problem Why);

    /// <summary>
    /// Fails with <c>access.denied</c>, <c>case.step-invalid</c>, <c>case.verdict-invalid</c>, <c>bulk.none</c>, <c>bulk.too-large</c>, or
    /// what <see cref="Decision.ParseReason"/> tells; for each case, with what <see cref="DecideCase"/> tells.
    /// </summary>
    /// <remarks>A desk that is killed on the way has decided the first ones; the act names them, and the others can be chosen again.</remarks>
    public async Task<Result<Decided>> RunAsync(Input input, CancellationToken cancellationToken)
    {
        if (!Selection.Steps.Contains(input.Step))
            return new Problem("case.step-invalid");
        if (!input.By.Can(CaseSteps.Of(input.Step, null).Duty))
            return new Problem("access.denied");
        if (input.Verdict is { } verdict && !CaseSteps.Fits(input.Step, verdict))
            return new Problem("case.verdict-invalid");
        if (!Decision.ParseReason(input.Reason).TryGet(out var reason, out var problem) || !Selection.Check(input.Cases).TryGet(out var chosen, out problem))
            return problem;

        var act = db.BulkActs.Add(BulkAct.Begin(input.By, input.Step, input.Verdict, reason, clock.GetUtcNow())).Entity;
        await db.SaveChangesAsync(cancellationToken);
        List<Left> left = [];
        foreach (var one in chosen)
        {
            db.ChangeTracker.Clear();
            var result = await decide.RunAsync(
                new(input.By, one.CaseFileId, one.Version, input.Step, reason, input.Verdict, ActId: act.Id), cancellationToken);
            if (!result.TryGet(out _, out var why))
                left.Add(new Left(one.CaseFileId, why));
        }

        return new Decided(act.Id, chosen.Count - left.Count, left);
    }
}
