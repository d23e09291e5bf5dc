using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Campaigns.Exports;
using Terjaga.Casework.Joining;

namespace Terjaga.App.Campaigns;

/// <summary>The page of a campaign, and what an officer does on it.</summary>
internal static class CampaignPages
{
    private const string Case = "/meja/perkara/{id:guid}";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCampaignPages()
        {
            routes.MapGet(Case + "/kampanye", ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapGet(Case + "/gabung", ShowMergeAsync).For(Duty.LinkOffers).ExcludeFromDescription();
            routes.MapPost(Case + "/gabung", MergeAsync).For(Duty.LinkOffers).ExcludeFromDescription();
            routes.MapPost(Case + "/tawaran", MoveAsync).For(Duty.LinkOffers).ExcludeFromDescription();
            routes.MapPost(Case + "/urung", UndoAsync).For(Duty.LinkOffers).ExcludeFromDescription();
            routes.MapPost(Case + "/penanda", ExportAsync).For(Duty.TakeOut).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, Guid id, ReadCampaignView read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var page, out var problem)
            ? page.Case.Case.Id == id
                ? new RazorComponentResult<CampaignPage>(new { by.Officer, Page = page })
                : TypedResults.LocalRedirect(PathOf(page.Case.Case.Id))
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> ShowMergeAsync(
        SignedIn by, Guid id, string? dengan, PreviewJoin preview, ReadCampaignView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var result = CaseAddress.Read(dengan) is { } other ? await preview.RunAsync(by.Officer, id, other, cancellationToken) : new Problem("case.unknown");
        return result.TryGet(out var follows, out var problem)
            ? new RazorComponentResult<MergePage>(new { by.Officer, Follows = follows })
            : await AgainAsync(read, by, id, problem, problems, cancellationToken);
    }

    private static async Task<IResult> MergeAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] Guid ke, [FromForm] int versiKe, [FromForm] string? alasan, MergeCases merge, PreviewJoin preview,
        ReadCampaignView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if ((await merge.RunAsync(new(by.Officer, id, versi, ke, versiKe, alasan), cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(PathOf(ke));
        return (await preview.RunAsync(by.Officer, id, ke, cancellationToken)).TryGet(out var follows, out _)
            ? new RazorComponentResult<MergePage>(new { by.Officer, Follows = follows, Problem = problems.Say(problem) }) { StatusCode = ProblemStatus.Of(problem) }
            : await AgainAsync(read, by, id, problem, problems, cancellationToken);
    }

    private static async Task<IResult> MoveAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] string? ke, [FromForm] string? alasan, HttpRequest request, MoveOffers move,
        ReadCampaignView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var offers = request.Form["tawaran"].Select(CaseAddress.Read).OfType<Guid>().Distinct().ToList();
        var into = CaseAddress.Read(ke);
        var result = into is null && !string.IsNullOrWhiteSpace(ke)
            ? new Problem("case.unknown")
            : await move.RunAsync(new(by.Officer, id, versi, offers, into, alasan), cancellationToken);
        return result.TryGet(out var moved, out var problem)
            ? TypedResults.LocalRedirect(PathOf(moved.CaseFileId))
            : await AgainAsync(read, by, id, problem, problems, cancellationToken);
    }

    private static async Task<IResult> UndoAsync(
        SignedIn by, Guid id, [FromForm] Guid langkah, [FromForm] string? alasan, UndoJoin undo, ReadCampaignView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await undo.RunAsync(new(by.Officer, langkah, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(PathOf(id))
            : await AgainAsync(read, by, id, problem, problems, cancellationToken);

    private static async Task<IResult> ExportAsync(
        SignedIn by, Guid id, [FromForm] IndicatorFormat bentuk, [FromForm] string? sekali, ExportIndicators export, ReadCampaignView read, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken) =>
        (await export.RunAsync(new(by.Officer, id, bentuk, sekali == "ya"), cancellationToken)).TryGet(out var file, out var problem)
            ? TypedResults.File(file.Content, file.MediaType, file.FileName)
            : await AgainAsync(read, by, id, problem, problems, cancellationToken);

    /// <summary>The page again, with what was wrong.</summary>
    public static async Task<IResult> AgainAsync(
        ReadCampaignView read, SignedIn by, Guid id, Problem problem, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var page, out var unreadable)
            ? new RazorComponentResult<CampaignPage>(new { by.Officer, Page = page, Problem = problems.Say(problem) })
            {
                StatusCode = ProblemStatus.Of(problem),
            }
            : ProblemAnswers.ToPage(unreadable);

    public static string PathOf(Guid id) => $"/meja/perkara/{id}/kampanye";
}
