using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Privacy.Opening;

namespace Terjaga.App.Privacy;

/// <summary>The calls by which two persons open a sealed contact.</summary>
internal static class OpeningCalls
{
    /// <param name="Purpose">A code of data/openings.json.</param>
    public sealed record OpeningCall(Guid ReportId, string? Purpose, string? Reason);

    public sealed record OpeningDecisionCall(bool IsAgreed, string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapOpeningCalls()
        {
            routes.MapGet("/api/openings", ListAsync).For(Duty.SeeOpenings).Produces<IReadOnlyList<ListOpenings.Row>>();
            routes.MapPost("/api/openings", AskAsync).For(Duty.AskOpening).Produces<AskOpening.Asked>();
            routes.MapPost("/api/openings/{id:guid}/decision", DecideAsync).For(Duty.DecideOpening);
            routes.MapPost("/api/openings/{id:guid}/looks", LookAsync).For(Duty.AskOpening).Produces<LookSealed.Contact>();
        }
    }

    private static async Task<IResult> ListAsync(SignedIn by, Guid? report, ListOpenings list, CancellationToken cancellationToken) =>
        (await list.RunAsync(by.Officer, report, cancellationToken)).TryGet(out var rows, out var problem) ? TypedResults.Ok(rows) : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> AskAsync(SignedIn by, OpeningCall call, AskOpening ask, CancellationToken cancellationToken) =>
        (await ask.RunAsync(new(by.Officer, call.ReportId, call.Purpose, call.Reason), cancellationToken)).TryGet(out var asked, out var problem)
            ? TypedResults.Ok(asked)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> DecideAsync(SignedIn by, Guid id, OpeningDecisionCall call, DecideOpening decide, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, id, call.IsAgreed, call.Reason), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> LookAsync(SignedIn by, Guid id, LookSealed look, CancellationToken cancellationToken) =>
        (await look.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var contact, out var problem) ? TypedResults.Ok(contact) : ProblemAnswers.ToHttp(problem);
}
