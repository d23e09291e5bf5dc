using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Casework;
using Terjaga.Casework.Bulk;

namespace Terjaga.App.Casework.Bulk;

/// <summary>The calls for several cases at once.</summary>
internal static class BulkCalls
{
    public sealed record DecisionCall(IReadOnlyList<Selection.Chosen>? Cases, CaseStep Step, Verdict? Verdict, string? Reason);

    /// <param name="Left">Cases that were not decided, each with the code of the reason.</param>
    public sealed record Decided(Guid Id, int Count, IReadOnlyList<Left> Left);

    public sealed record Left(Guid CaseFileId, string Code);

    public sealed record UndoCall(string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapBulkCalls()
        {
            routes.MapPost("/api/bulk", DecideAsync).For(Duty.DecideSeveral).Produces<Decided>(StatusCodes.Status201Created);
            routes.MapGet("/api/bulk/{id:guid}", ReadAsync).For(Duty.ReadCases).Produces<ReadBulk.View>();
            routes.MapPost("/api/bulk/{id:guid}/undo", UndoAsync).For(Duty.DecideSeveral).Produces<UndoBulk.Undone>();
        }
    }

    private static async Task<IResult> DecideAsync(SignedIn by, DecisionCall call, DecideCases decide, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, call.Cases, call.Step, call.Verdict, call.Reason), cancellationToken)).TryGet(out var decided, out var problem)
            ? TypedResults.Created($"/api/bulk/{decided.ActId}", new Decided(decided.ActId, decided.Count, [.. decided.Left.Select(l => new Left(l.CaseFileId, l.Why.Code))]))
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> ReadAsync(SignedIn by, Guid id, ReadBulk read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var view, out var problem) ? TypedResults.Ok(view) : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> UndoAsync(SignedIn by, Guid id, UndoCall call, UndoBulk undo, CancellationToken cancellationToken) =>
        (await undo.RunAsync(new(by.Officer, id, call.Reason), cancellationToken)).TryGet(out var undone, out var problem) ? TypedResults.Ok(undone) : ProblemAnswers.ToHttp(problem);
}
