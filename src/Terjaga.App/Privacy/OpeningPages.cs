using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Privacy.Opening;

namespace Terjaga.App.Privacy;

/// <summary>The page on which one officer asks for a sealed contact and another one agrees.</summary>
internal static class OpeningPages
{
    public const string Path = "/meja/segel";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapOpeningPages()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.SeeOpenings).ExcludeFromDescription();
            routes.MapPost(Path, AskAsync).For(Duty.AskOpening).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/keputusan", DecideAsync).For(Duty.DecideOpening).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}/lihat", LookAsync).For(Duty.AskOpening).ExcludeFromDescription();
        }
    }

    private static Task<IResult> ShowAsync(SignedIn by, string? laporan, ReadOpenings read, CancellationToken cancellationToken) =>
        PageAsync(by, read, new OpeningsShown(laporan), cancellationToken);

    private static async Task<IResult> AskAsync(
        SignedIn by, [FromForm] string? laporan, [FromForm] string? tujuan, [FromForm] string? alasan, AskOpening ask, ReadOpenings read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var result = Guid.TryParse(laporan?.Trim(), out var report)
            ? await ask.RunAsync(new(by.Officer, report, tujuan, alasan), cancellationToken)
            : new Problem("contact.unknown");
        return result.TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Path)
            : await PageAsync(by, read, new OpeningsShown(laporan, problems.Say(problem), ProblemStatus.Of(problem)), cancellationToken);
    }

    private static async Task<IResult> DecideAsync(
        SignedIn by, Guid id, [FromForm] string? setuju, [FromForm] string? alasan, DecideOpening decide, ReadOpenings read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, id, setuju == "ya", alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Path)
            : await PageAsync(by, read, new OpeningsShown(null, problems.Say(problem), ProblemStatus.Of(problem)), cancellationToken);

    /// <remarks>By POST: each look is an event, and no browser goes back to it or fetches it ahead.</remarks>
    private static async Task<IResult> LookAsync(
        SignedIn by, Guid id, LookSealed look, ReadOpenings read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await look.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var contact, out var problem)
            ? await PageAsync(by, read, new OpeningsShown(null) { Contact = contact }, cancellationToken)
            : await PageAsync(by, read, new OpeningsShown(null, problems.Say(problem), ProblemStatus.Of(problem)), cancellationToken);

    private static async Task<IResult> PageAsync(SignedIn by, ReadOpenings read, OpeningsShown shown, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<OpeningsPage>(new { by.Officer, View = view, Shown = shown }) { StatusCode = shown.Status }
            : ProblemAnswers.ToPage(problem);
}
