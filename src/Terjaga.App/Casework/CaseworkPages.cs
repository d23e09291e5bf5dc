using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Casework.Care;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.App.Words;
using Terjaga.Casework;
using Terjaga.Casework.BorrowedNames;
using Terjaga.Casework.Sharing;
using Terjaga.Intake;

namespace Terjaga.App.Casework;

/// <summary>The pages of a case.</summary>
internal static class CaseworkPages
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapCaseworkPages()
        {
            routes.MapGet("/meja/perkara/{id:guid}", ShowCaseAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/keputusan", DecideAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/nama", TellAsync).For(Duty.Verify).ExcludeFromDescription();
            routes.MapGet("/meja/gambar/{sha256}", ShowPictureAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/gambar/{sha256}", GoOnAsync).For(Duty.ReadCases).ExcludeFromDescription();
        }
    }

    /// <summary>The page of a case again, with what was wrong and the reason as it was typed.</summary>
    /// <param name="version">The case as the officer saw it, where that may be old; null where it does not matter.</param>
    public static async Task<IResult> CaseAgainAsync(
        ReadCaseView read, SignedIn by, Guid id, string? typed, Problem problem, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken, int? version = null) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var page, out var unreadable)
            ? new RazorComponentResult<CasePage>(new
            {
                by.Officer,
                Page = page,
                Problem = problems.Say(problem),
                Typed = typed,
                News = version is { } seen && problem.Code == CaseConflicts.Code ? await read.NewsAsync(page.Case.Id, seen, cancellationToken) : null,
            })
            {
                StatusCode = ProblemStatus.Of(problem),
            }
            : ProblemAnswers.ToPage(unreadable);

    private static async Task<IResult> ShowCaseAsync(
        SignedIn by, Guid id, ReadCaseView read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var page, out var problem)
            ? page.Case.Id == id
                ? new RazorComponentResult<CasePage>(new { by.Officer, Page = page })
                : TypedResults.LocalRedirect($"/meja/perkara/{page.Case.Id}")
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> DecideAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] string? langkah, [FromForm] string? alasan, HttpRequest request, DecideCase decide,
        ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (CaseChoice.Parse(langkah) is { } choice
            ? await decide.RunAsync(
                new(by.Officer, id, versi, choice.Step, alasan, choice.Verdict, ChecklistForm.Read(request.Form), choice.Outcome), cancellationToken)
            : new Problem("case.step-invalid")).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseAgainAsync(read, by, id, alasan, problem, problems, cancellationToken, versi);

    private static async Task<IResult> TellAsync(
        SignedIn by, Guid id, [FromForm] string? izin, HttpRequest request, TellAgency tell, ReadCaseView read, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken) =>
        (await tell.RunAsync(new(by.Officer, id, izin ?? "", [.. request.Form["kontak"].OfType<string>()]), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    /// <remarks>A copy of our own making, and what a browser may do with it is nothing but show it.</remarks>
    private static async Task<IResult> ShowPictureAsync(
        SignedIn by, string sha256, HttpContext context, ListPictures pictures, ReadSharing sharing, AskShare ask, CancellationToken cancellationToken)
    {
        if (!(await pictures.OpenAsync(await sharing.ForAsync(by.Officer, cancellationToken), by.Officer.Actor, sha256, cancellationToken)).TryGet(out var picture, out var problem))
            return await ask.AnswerAsync(by.Officer, context.Request.Path, problem, cancellationToken);
        context.Features.Set(ContentPolicy.OfStrangers);
        context.Response.Headers.ContentDisposition = "inline; filename=\"gambar.jpg\"";
        return TypedResults.Bytes(picture.Content, picture.MediaType);
    }

    private static async Task<IResult> GoOnAsync(
        SignedIn by, string sha256, [FromForm] string? alasan, HttpContext context, ListPictures pictures, ReadSharing sharing, AskShare ask, CancellationToken cancellationToken) =>
        (await pictures.GoOnAsync(await sharing.ForAsync(by.Officer, cancellationToken), by.Officer.Actor, sha256, alasan, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(context.Request.Path)
            : await ask.AnswerAsync(by.Officer, context.Request.Path, problem, cancellationToken);
}
