using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Learning;
using Terjaga.Screening;
using Terjaga.Screening.Learning;

namespace Terjaga.App.Screening;

/// <summary>The page on which an officer tries a text, and the page of the models.</summary>
internal static class ScreeningPages
{
    private const string Path = "/meja/saring", ModelPath = "/meja/model";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapScreeningPages()
        {
            routes.MapGet(Path, (SignedIn by) => Show(by, null, null)).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapGet(ModelPath, ShowModelsAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(ModelPath, TakeAsync).For(Duty.TakeModels).ExcludeFromDescription();
            routes.MapPost(Path, Try).For(Duty.ReadCases).ExcludeFromDescription();
        }
    }

    /// <remarks>Nothing is stored: the text is read, answered and forgotten.</remarks>
    private static RazorComponentResult<TryTextPage> Try(SignedIn by, [FromForm] string? teks, Screeners screeners) =>
        Show(by, teks, string.IsNullOrWhiteSpace(teks) ? null : screeners.Live.Screen(teks));

    private static Task<IResult> ShowModelsAsync(SignedIn by, ReadLearning read, ReadDrift drift, CancellationToken cancellationToken) =>
        ToModelPageAsync(by, read, drift, null, null, cancellationToken);

    private static async Task<IResult> TakeAsync(
        SignedIn by, [FromForm] string? versi, [FromForm] string? alasan, UseModel use, ReadLearning read, ReadDrift drift,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if ((await use.RunAsync(new(by.Officer, versi, alasan), cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(ModelPath);
        return await ToModelPageAsync(by, read, drift, new(problems.Say(problem), ProblemStatus.Of(problem)), alasan, cancellationToken);
    }

    private sealed record Refusal(string Sentence, int Status);

    private static async Task<IResult> ToModelPageAsync(
        SignedIn by, ReadLearning read, ReadDrift readDrift, Refusal? refusal, string? typed, CancellationToken cancellationToken)
    {
        if (!(await read.RunAsync(by.Officer, cancellationToken)).TryGet(out var view, out var problem)
            || !(await readDrift.RunAsync(by.Officer, cancellationToken)).TryGet(out var drift, out problem))
        {
            return ProblemAnswers.ToPage(problem);
        }

        return new RazorComponentResult<ModelPage>(new { by.Officer, View = view, Drift = drift, refusal?.Sentence, Typed = typed })
        {
            StatusCode = refusal?.Status ?? StatusCodes.Status200OK,
        };
    }

    private static RazorComponentResult<TryTextPage> Show(SignedIn by, string? text, ScreeningResult? result) =>
        new(new { by.Officer, Text = text, Result = result });
}
