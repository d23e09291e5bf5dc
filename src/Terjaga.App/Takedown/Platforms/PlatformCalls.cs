using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc;
using Terjaga.App.Errors;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Notices;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>The calls by which a recipient reads its orders and letters and answers them, with its key. Described in docs/api.md.</summary>
internal static class PlatformCalls
{
    /// <summary>Most bytes of many answers (4 MiB): a thousand, each with as many words as a reason may have.</summary>
    private const long MaxOutcomesBytes = 4L * 1024 * 1024;

    private const string Orders = "/api/recipient/orders", Letters = "/api/recipient/letters";

    /// <summary>How each shape of a letter is called in its address.</summary>
    private static readonly FrozenDictionary<string, NoticeShape> _shapes = new Dictionary<string, NoticeShape>
    {
        ["pdf"] = NoticeShape.Letter,
        ["mail"] = NoticeShape.Mail,
        ["json"] = NoticeShape.Json,
        ["xarf"] = NoticeShape.Xarf,
    }.ToFrozenDictionary();

    /// <param name="Outcomes">1 to 1,000.</param>
    public sealed record OutcomesCall(IReadOnlyList<AnswerOrders.Row>? Outcomes);

    /// <param name="Status">As in an outcome; it is said of each order of the letter.</param>
    public sealed record LetterOutcomeCall(string? Status, string? Reason = null);

    public sealed record ObjectionCall(string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapPlatformCalls()
        {
            routes.MapGet(Orders, ListOrdersAsync).ForRecipientKey().Produces<ReadOwnOrders.Page>().ProducesProblem(401).ProducesProblem(429);
            routes.MapGet(Orders + "/{id:guid}", ReadOrderAsync).ForRecipientKey().Produces<ReadOwnOrders.Row>().ProducesProblem(401).ProducesProblem(404);
            routes.MapPost(Orders + "/{id:guid}/objections", ObjectAsync).ForRecipientKey().Produces(204).ProducesProblem(401).ProducesProblem(404).ProducesProblem(422);
            routes.MapGet(Letters, ListLettersAsync).ForRecipientKey().Produces<ReadOwnLetters.Page>().ProducesProblem(401);
            routes.MapGet(Letters + "/{id:guid}/{shape}", ReadLetterAsync).ForRecipientKey().Produces(200).ProducesProblem(401).ProducesProblem(404);
            routes.MapPost(Letters + "/{id:guid}/acknowledgement", AcknowledgeAsync).ForRecipientKey().Produces(204).ProducesProblem(401).ProducesProblem(404);
            routes.MapPost(Letters + "/{id:guid}/outcome", AnswerLetterAsync).ForRecipientKey().Produces<AnswerOrders.Answered>().ProducesProblem(401).ProducesProblem(404);
            routes.MapPost("/api/recipient/outcomes", AnswerAsync).ForRecipientKey().WithMetadata(new RequestSizeLimitAttribute(MaxOutcomesBytes))
                .Produces<AnswerOrders.Answered>().ProducesProblem(401).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429);
        }
    }

    private static async Task<IResult> ListOrdersAsync(
        AsRecipient by, [FromQuery] OrderState? state, [FromQuery] DateTimeOffset? since, [FromQuery] Guid? after, [FromQuery] int? limit, ReadOwnOrders read,
        CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.RunAsync(by.RecipientId, new(state, since, after, limit ?? ReadOwnOrders.PageRows), cancellationToken));

    private static async Task<IResult> ReadOrderAsync(AsRecipient by, Guid id, ReadOwnOrders read, CancellationToken cancellationToken) =>
        Answer(await read.OneAsync(by.RecipientId, id, cancellationToken));

    private static async Task<IResult> ListLettersAsync(
        AsRecipient by, [FromQuery] Guid? after, [FromQuery] int? limit, ReadOwnLetters read, CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.ListAsync(by.RecipientId, after, limit ?? ReadOwnLetters.PageRows, cancellationToken));

    private static async Task<IResult> ReadLetterAsync(AsRecipient by, Guid id, string shape, ReadOwnLetters read, CancellationToken cancellationToken)
    {
        var file = _shapes.TryGetValue(shape, out var known)
            ? await read.FileAsync(by.RecipientId, id, known, cancellationToken)
            : new Problem("dispatch.unknown");
        return file.TryGet(out var found, out var problem) ? TypedResults.File(found.Content, found.MediaType, found.FileName) : ProblemAnswers.ToHttp(problem);
    }

    private static async Task<IResult> AcknowledgeAsync(AsRecipient by, Guid id, AnswerLetter answer, CancellationToken cancellationToken) =>
        (await answer.RunAsync(new(by.RecipientId, id, nameof(SaidStatus.Acknowledged)), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> AnswerLetterAsync(AsRecipient by, Guid id, LetterOutcomeCall call, AnswerLetter answer, CancellationToken cancellationToken) =>
        Answer(await answer.RunAsync(new(by.RecipientId, id, call.Status, call.Reason), cancellationToken));

    private static async Task<IResult> AnswerAsync(AsRecipient by, OutcomesCall call, AnswerOrders answer, CancellationToken cancellationToken) =>
        Answer(await answer.RunAsync(by.RecipientId, call.Outcomes, cancellationToken));

    private static async Task<IResult> ObjectAsync(AsRecipient by, Guid id, ObjectionCall call, ObjectToOrder objection, CancellationToken cancellationToken) =>
        (await objection.RunAsync(by.RecipientId, id, call.Reason, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static IResult Answer<T>(Result<T> result)
        where T : notnull => result.TryGet(out var value, out var problem) ? TypedResults.Ok(value) : ProblemAnswers.ToHttp(problem);
}
