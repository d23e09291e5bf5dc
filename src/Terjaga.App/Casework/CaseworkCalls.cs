using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Casework;
using Terjaga.Screening.Vacancies;

namespace Terjaga.App.Casework;

/// <summary>The calls of a case, for scripts of the ministries.</summary>
internal static class CaseworkCalls
{
    /// <param name="Verdict">With a verification or a dismissal; left out it is the plain one of the step.</param>
    /// <param name="Checklist">States by the id of a row; left out where nobody filled it in.</param>
    /// <param name="Outcome">Of a case that is ended.</param>
    public sealed record DecisionCall(
        int Version, CaseStep Step, string? Reason, Verdict? Verdict = null, Dictionary<string, ChecklistState>? Checklist = null, CaseOutcome? Outcome = null);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCaseworkCalls()
        {
            routes.MapGet("/api/cases/{id:guid}", ReadAsync).For(Duty.ReadCases).Produces<CaseView>();
            routes.MapPost("/api/cases/{id:guid}/decisions", DecideAsync).For(Duty.ReadCases);
        }
    }

    private static async Task<IResult> ReadAsync(
        SignedIn by, Guid id, ReadCaseView read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var view, out var problem)
            ? TypedResults.Ok(view)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> DecideAsync(
        SignedIn by, Guid id, DecisionCall call, DecideCase decide, ReadNews news, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, id, call.Version, call.Step, call.Reason, call.Verdict, call.Checklist, call.Outcome), cancellationToken))
            .TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : await CaseConflicts.AnswerAsync(problem, id, call.Version, news, cancellationToken);
}
