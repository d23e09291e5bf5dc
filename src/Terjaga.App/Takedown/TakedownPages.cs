using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Casework;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Ladder;

namespace Terjaga.App.Takedown;

/// <summary>The pages of orders, and of a recipient's answer.</summary>
internal static class TakedownPages
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapTakedownPages()
        {
            routes.MapPost("/meja/perkara/{id:guid}/perintah", DraftAsync).For(Duty.DraftOrder).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/tanda-tangan", SignAsync).For(Duty.SignOrder).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/langkah", ReleaseAsync).For(Duty.SignOrder).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/keputusan/urung", UndoAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapNoticePages();
            routes.MapGet("/jawab/{token}", ShowOrderAsync).ExcludeFromDescription();
            routes.MapPost("/jawab/{token}", AnswerAsync).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> DraftAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] Guid penerima, [FromForm] Guid dasar, [FromForm] string? kelas,
        [FromForm] string? mendesak, [FromForm] string? alasan, DraftOrders draft, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await draft.RunAsync(new(by.Officer, id, versi, penerima, dasar, alasan, new(Chosen(kelas), Chosen(mendesak))), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, alasan, problem, problems, cancellationToken, versi);

    /// <summary>The first choice of a list stands for none.</summary>
    private static string? Chosen(string? code) => string.IsNullOrEmpty(code) ? null : code;

    private static async Task<IResult> SignAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] string? alasan, SignOrders sign, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await sign.RunAsync(new(by.Officer, id, versi, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, alasan, problem, problems, cancellationToken, versi);

    /// <param name="langkah">Code of the step and id of the recipient, a space between them.</param>
    private static async Task<IResult> ReleaseAsync(
        SignedIn by, Guid id, [FromForm] string? langkah, [FromForm] string? alasan, ReleaseSteps release, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var step = (langkah ?? "").Split(' ');
        var recipient = step.Length == 2 && Guid.TryParse(step[1], out var named) ? named : Guid.Empty;
        return (await release.RunAsync(new(by.Officer, id, recipient, step[0], alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, alasan, problem, problems, cancellationToken);
    }

    private static async Task<IResult> UndoAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] string? alasan, UndoDecision undo, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await undo.RunAsync(new(by.Officer, id, versi, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, alasan, problem, problems, cancellationToken, versi);

    private static async Task<IResult> ShowOrderAsync(
        string token, AnswerToken tokens, ReadOrders read, CancellationToken cancellationToken) =>
        tokens.Read(token) is { } id && await read.OneAsync(id, cancellationToken) is { } order
            ? new RazorComponentResult<AnswerPage>(new { Order = order })
            : ProblemAnswers.ToPage(new Problem("order.unknown"));

    private static async Task<IResult> AnswerAsync(
        string token, [FromForm] string? jawaban, [FromForm] string? alasan, AnswerOrder answer, ObjectToOrder objection, AnswerToken tokens,
        ReadOrders read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var result = jawaban == "sanggah"
            ? await objection.ByTokenAsync(token, alasan, cancellationToken)
            : await answer.RunAsync(new(token, jawaban == "hapus", alasan, jawaban == "sebagian"), cancellationToken);
        var isTaken = result.TryGet(out _, out var problem);
        if (tokens.Read(token) is not { } id || await read.OneAsync(id, cancellationToken) is not { } order)
            return ProblemAnswers.ToPage(new Problem("order.unknown"));
        return new RazorComponentResult<AnswerPage>(
            new { Order = order, IsTaken = isTaken, Sentence = problem is null ? null : problems.Say(problem), Typed = alasan })
        {
            StatusCode = problem is null ? StatusCodes.Status200OK : ProblemStatus.Of(problem),
        };
    }
}
