using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Campaigns;
using Terjaga.App.Words;
using Terjaga.Casework.Warnings;
using Terjaga.Literacy;

namespace Terjaga.App.Literacy;

/// <summary>What the public is warned of, and the two steps of two officers that warn, or the one that takes it back.</summary>
internal static class WarningPages
{
    public const string Path = "/peringatan";

    private const string OfCase = "/meja/perkara/{id:guid}" + Path;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapWarningPages()
        {
            routes.MapGet(Path, ShowAsync).ExcludeFromDescription();
            routes.MapPost(OfCase + "/usul", ProposeAsync).For(Duty.LinkOffers).ExcludeFromDescription();
            routes.MapPost(OfCase, DecideAsync).For(Duty.WarnPublic).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(ListWarnings list, CancellationToken cancellationToken) =>
        new RazorComponentResult<WarningsPage>(new { Warnings = await list.RunAsync(cancellationToken) });

    private static async Task<IResult> ProposeAsync(
        SignedIn by, Guid id, [FromForm] string? alasan, ProposeWarning propose, ReadCampaignView read, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken) =>
        (await propose.RunAsync(new(by.Officer, id, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(CampaignPages.PathOf(id))
            : await CampaignPages.AgainAsync(read, by, id, problem, problems, cancellationToken);

    private static async Task<IResult> DecideAsync(
        SignedIn by, Guid id, [FromForm] WarningDecision langkah, [FromForm] string? alasan, WarnPublic warn, ReadCampaignView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await warn.StepAsync(langkah, new(by.Officer, id, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(CampaignPages.PathOf(id))
            : await CampaignPages.AgainAsync(read, by, id, problem, problems, cancellationToken);
}
