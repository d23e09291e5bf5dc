using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Casework.Warnings;

namespace Terjaga.App.Literacy;

/// <summary>The calls by which two officers warn the public, or one takes it back.</summary>
internal static class WarningCalls
{
    public sealed record WarningProposalCall(string? Reason);

    public sealed record WarningDecisionCall(WarningDecision Decision, string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapWarningCalls()
        {
            routes.MapPost("/api/cases/{id:guid}/warning/proposal", ProposeAsync).For(Duty.LinkOffers);
            routes.MapPost("/api/cases/{id:guid}/warning", DecideAsync).For(Duty.WarnPublic);
        }
    }

    extension(WarnPublic warn)
    {
        /// <summary>The one step of an approver that was chosen.</summary>
        public Task<Result<Done>> StepAsync(WarningDecision decision, WarnPublic.Input input, CancellationToken cancellationToken) => decision switch
        {
            WarningDecision.Publish => warn.RunAsync(input, cancellationToken),
            WarningDecision.TurnDown => warn.TurnDownAsync(input, cancellationToken),
            WarningDecision.Withdraw => warn.WithdrawAsync(input, cancellationToken),
            _ => Task.FromResult<Result<Done>>(new Problem("request.malformed")),
        };
    }

    private static async Task<IResult> ProposeAsync(SignedIn by, Guid id, WarningProposalCall call, ProposeWarning propose, CancellationToken cancellationToken) =>
        (await propose.RunAsync(new(by.Officer, id, call.Reason), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> DecideAsync(SignedIn by, Guid id, WarningDecisionCall call, WarnPublic warn, CancellationToken cancellationToken) =>
        (await warn.StepAsync(call.Decision, new(by.Officer, id, call.Reason), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);
}
