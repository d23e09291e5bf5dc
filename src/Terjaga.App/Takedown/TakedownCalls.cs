using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Casework;
using Terjaga.App.Errors;
using Terjaga.Casework;
using Terjaga.Takedown;
using Terjaga.Takedown.Ladder;

namespace Terjaga.App.Takedown;

/// <summary>The calls of orders and legal bases, and the one by which a recipient answers.</summary>
internal static class TakedownCalls
{
    /// <param name="ContentClass">Code of a class of content; left out where none is said.</param>
    /// <param name="UrgencyGround">Code of a ground of urgency, where the legal basis asks for one.</param>
    public sealed record DraftCall(
        int Version, Guid RecipientId, Guid LegalBasisId, string? Reason, string? ContentClass = null, string? UrgencyGround = null);

    public sealed record SignatureCall(int Version, string? Reason);

    /// <param name="Step">Code of the ladder, such as <c>warning-1</c>.</param>
    public sealed record StepCall(Guid RecipientId, string? Step, string? Reason);

    public sealed record DecisionUndoCall(int Version, string? Reason);

    public sealed record LegalBasisCall(
        string Code, string TitleId, string TitleEn, long DeadlineSeconds, string Source, DateOnly ValidFrom, DateOnly? ValidTo);

    /// <param name="Status"><c>removed</c>, <c>partly</c>, or <c>refused</c> with a reason.</param>
    public sealed record AnswerCall(string? Status, string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapTakedownCalls()
        {
            routes.MapPost("/api/cases/{id:guid}/orders", DraftAsync).For(Duty.DraftOrder).Produces<DraftOrders.Drafted>();
            routes.MapPost("/api/cases/{id:guid}/signatures", SignAsync).For(Duty.SignOrder).Produces<SignOrders.Signed>();
            routes.MapPost("/api/cases/{id:guid}/steps", ReleaseAsync).For(Duty.SignOrder).Produces<ReleaseSteps.Released>();
            routes.MapPost("/api/cases/{id:guid}/undo", UndoAsync).For(Duty.ReadCases).Produces(204);
            routes.MapGet("/api/legal-bases", ListLegalBasesAsync).For(Duty.ReadCases);
            routes.MapPost("/api/legal-bases", AddLegalBasisAsync).For(Duty.EditLegalBases).Produces<SaveLegalBasis.Saved>(201);
            routes.MapPost("/api/answers/{token}", AnswerAsync);
        }
    }

    private static async Task<IResult> DraftAsync(
        SignedIn by, Guid id, DraftCall call, DraftOrders draft, ReadNews news, CancellationToken cancellationToken) =>
        (await draft.RunAsync(
            new(by.Officer, id, call.Version, call.RecipientId, call.LegalBasisId, call.Reason, new(call.ContentClass, call.UrgencyGround)), cancellationToken)).TryGet(out var drafted, out var problem)
            ? TypedResults.Ok(drafted)
            : await CaseConflicts.AnswerAsync(problem, id, call.Version, news, cancellationToken);

    private static async Task<IResult> SignAsync(
        SignedIn by, Guid id, SignatureCall call, SignOrders sign, ReadNews news, CancellationToken cancellationToken) =>
        (await sign.RunAsync(new(by.Officer, id, call.Version, call.Reason), cancellationToken)).TryGet(out var signed, out var problem)
            ? TypedResults.Ok(signed)
            : await CaseConflicts.AnswerAsync(problem, id, call.Version, news, cancellationToken);

    private static async Task<IResult> ReleaseAsync(
        SignedIn by, Guid id, StepCall call, ReleaseSteps release, CancellationToken cancellationToken) =>
        Answer(await release.RunAsync(new(by.Officer, id, call.RecipientId, call.Step, call.Reason), cancellationToken));

    private static async Task<IResult> UndoAsync(
        SignedIn by, Guid id, DecisionUndoCall call, UndoDecision undo, ReadNews news, CancellationToken cancellationToken) =>
        (await undo.RunAsync(new(by.Officer, id, call.Version, call.Reason), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : await CaseConflicts.AnswerAsync(problem, id, call.Version, news, cancellationToken);

    private static Task<IReadOnlyList<ListLegalBases.Row>> ListLegalBasesAsync(
        ListLegalBases list, CancellationToken cancellationToken) => list.RunAsync(cancellationToken);

    private static async Task<IResult> AddLegalBasisAsync(
        SignedIn by, LegalBasisCall call, SaveLegalBasis save, CancellationToken cancellationToken) =>
        Answer(
            await save.RunAsync(
                by.Officer,
                new(call.Code, call.TitleId, call.TitleEn, TimeSpan.FromSeconds(Math.Clamp(call.DeadlineSeconds, 0, int.MaxValue)), call.Source, call.ValidFrom, call.ValidTo),
                cancellationToken),
            StatusCodes.Status201Created);

    private static async Task<IResult> AnswerAsync(
        string token, AnswerCall call, AnswerOrder answer, CancellationToken cancellationToken) => call.Status switch
        {
            "removed" or "refused" or "partly" =>
                Answer(await answer.RunAsync(new(token, call.Status == "removed", call.Reason, call.Status == "partly"), cancellationToken)),
            _ => ProblemAnswers.ToHttp(new Problem("answer.invalid")),
        };

    private static IResult Answer<T>(Result<T> result, int status = StatusCodes.Status200OK)
        where T : notnull => result.TryGet(out var value, out var problem)
            ? TypedResults.Json(value, statusCode: status)
            : ProblemAnswers.ToHttp(problem);
}
