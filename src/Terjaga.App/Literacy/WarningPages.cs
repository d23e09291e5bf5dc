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

/// <summary>What the public is warned of, and the step of an officer that warns or takes it back.</summary>
internal static class WarningPages
{
    public const string Path = "/peringatan";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapWarningPages()
        {
            routes.MapGet(Path, ShowAsync).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}" + Path, WarnAsync).For(Duty.WarnPublic).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(ListWarnings list, CancellationToken cancellationToken) =>
        new RazorComponentResult<WarningsPage>(new { Warnings = await list.RunAsync(cancellationToken) });

    private static async Task<IResult> WarnAsync(
        SignedIn by, Guid id, [FromForm] string? tarik, [FromForm] string? alasan, WarnPublic warn, ReadCampaignView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var input = new WarnPublic.Input(by.Officer, id, alasan);
        return (tarik == "ya" ? await warn.WithdrawAsync(input, cancellationToken) : await warn.RunAsync(input, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(CampaignPages.PathOf(id))
            : await CampaignPages.AgainAsync(read, by, id, alasan, problem, problems, cancellationToken);
    }
}
