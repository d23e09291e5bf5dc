using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>The pages on which a recipient reads its letters and orders and answers them, after it signed in with its key.</summary>
internal static class PlatformPages
{
    private const string Home = "/penerima";

    private const string Objection = "sanggah";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapPlatformPages()
        {
            routes.MapGet(RecipientSessions.SignInPath, () => new RazorComponentResult<PlatformSignInPage>()).ExcludeFromDescription();
            routes.MapPost(RecipientSessions.SignInPath, SignInAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
            routes.MapPost(Home + "/keluar", LeaveAsync).ExcludeFromDescription();
            routes.MapGet(Home, ShowAsync).ForRecipientSession();
            routes.MapGet(Home + "/surat/{id:guid}", ShowLetterAsync).ForRecipientSession();
            routes.MapGet(Home + "/surat/{id:guid}/{bentuk}", ReadLetterAsync).ForRecipientSession();
            routes.MapPost(Home + "/surat/{id:guid}", AnswerLetterAsync).ForRecipientSession();
            routes.MapGet(Home + "/perintah/{id:guid}", ShowOrderAsync).ForRecipientSession();
            routes.MapPost(Home + "/perintah/{id:guid}", AnswerOrderAsync).ForRecipientSession();
        }
    }

    private static async Task<IResult> SignInAsync(
        [FromForm] string? kunci, CheckRecipientKey check, HttpContext context, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if (!(await check.RunAsync(kunci, cancellationToken)).TryGet(out var holder, out var problem))
            return new RazorComponentResult<PlatformSignInPage>(new { Sentence = problems.Say(problem) }) { StatusCode = ProblemStatus.Of(problem) };
        await RecipientSessions.StartAsync(context, holder);
        return TypedResults.LocalRedirect(Home);
    }

    private static async Task<IResult> LeaveAsync(HttpContext context, CancellationToken _)
    {
        await context.SignOutAsync(RecipientSessions.Scheme);
        return TypedResults.LocalRedirect(RecipientSessions.SignInPath);
    }

    private static async Task<IResult> ShowAsync(
        AsRecipient by, Guid? sesudah, Guid? perintah, ReadOwnLetters letters, ReadOwnOrders orders, CancellationToken cancellationToken) =>
        new RazorComponentResult<PlatformPage>(new
        {
            by.Name,
            Letters = await letters.ListAsync(by.RecipientId, sesudah, ReadOwnLetters.PageRows, cancellationToken),
            Orders = await orders.RunAsync(by.RecipientId, new(OrderState.Sent, After: perintah), cancellationToken),
        });

    private static Task<IResult> ShowLetterAsync(AsRecipient by, Guid id, ReadOwnLetters letters, ReadOwnOrders orders, CancellationToken cancellationToken) =>
        LetterAsync(by, id, letters, orders, null, null, cancellationToken);

    private static async Task<IResult> LetterAsync(
        AsRecipient by, Guid id, ReadOwnLetters letters, ReadOwnOrders orders, AnswerOrders.Answered? answered, string? sentence, CancellationToken cancellationToken)
    {
        if (!(await letters.OpenAsync(by.RecipientId, id, cancellationToken)).TryGet(out var letter, out var problem))
            return ProblemAnswers.ToPage(problem);
        var page = await orders.RunAsync(by.RecipientId, new(Rows: ReadOwnOrders.MostRows, LetterId: id), cancellationToken);
        return new RazorComponentResult<PlatformLetterPage>(new { by.Name, Letter = letter, page.Orders, Answered = answered, Sentence = sentence })
        {
            StatusCode = sentence is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static async Task<IResult> ReadLetterAsync(AsRecipient by, Guid id, string bentuk, ReadOwnLetters letters, CancellationToken cancellationToken)
    {
        var file = NoticePages.Names.TryGetValue(bentuk, out var shape)
            ? await letters.FileAsync(by.RecipientId, id, shape, cancellationToken)
            : new Problem("dispatch.unknown");
        return file.TryGet(out var found, out var problem) ? TypedResults.File(found.Content, found.MediaType, found.FileName) : ProblemAnswers.ToPage(problem);
    }

    private static async Task<IResult> AnswerLetterAsync(
        AsRecipient by, Guid id, [FromForm] string? jawaban, [FromForm] string? alasan, AnswerLetter answer, ReadOwnLetters letters, ReadOwnOrders orders,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var result = await answer.RunAsync(new(by.RecipientId, id, PlatformAnswers.StatusOf(jawaban), alasan), cancellationToken);
        if (!result.TryGet(out var answered, out var problem))
            return ProblemAnswers.ToPage(problem);
        var code = answered.Taken == 0 ? answered.Rows.Select(row => row.Code).FirstOrDefault() : null;
        return await LetterAsync(by, id, letters, orders, answered, code is null ? null : problems.Say(new Problem(code)), cancellationToken);
    }

    private static async Task<IResult> ShowOrderAsync(AsRecipient by, Guid id, ReadOwnOrders read, CancellationToken cancellationToken) =>
        (await read.OneAsync(by.RecipientId, id, cancellationToken)).TryGet(out var order, out var problem)
            ? new RazorComponentResult<PlatformOrderPage>(new { by.Name, Order = order })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> AnswerOrderAsync(
        AsRecipient by, Guid id, [FromForm] string? jawaban, [FromForm] string? alasan, AnswerOrders answer, ObjectToOrder objection, ReadOwnOrders read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var wrong = jawaban == Objection
            ? ProblemOf(await objection.RunAsync(by.RecipientId, id, alasan, cancellationToken))
            : ProblemOf(await answer.RunAsync(by.RecipientId, [new($"{id:D}", PlatformAnswers.StatusOf(jawaban), alasan)], cancellationToken));
        if (!(await read.OneAsync(by.RecipientId, id, cancellationToken)).TryGet(out var order, out var unknown))
            return ProblemAnswers.ToPage(unknown);
        return new RazorComponentResult<PlatformOrderPage>(
            new { by.Name, Order = order, IsTaken = wrong is null, Sentence = wrong is null ? null : problems.Say(wrong), Typed = wrong is null ? null : alasan })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : ProblemStatus.Of(wrong),
        };
    }

    private static Problem? ProblemOf(Result<Done> result) => result.TryGet(out _, out var problem) ? null : problem;

    private static Problem? ProblemOf(Result<AnswerOrders.Answered> result) => result.TryGet(out var answered, out var problem)
        ? answered.Rows[0].Code is { } code ? new Problem(code) : null
        : problem;
}
