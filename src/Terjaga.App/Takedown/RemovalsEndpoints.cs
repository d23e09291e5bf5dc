using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Takedown.Truth;

namespace Terjaga.App.Takedown;

/// <summary>The page and the call that tell what became of orders.</summary>
internal static class RemovalsEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapRemovals()
        {
            routes.MapGet("/meja/penurunan", ShowAsync).For(Duty.SeeFigures).ExcludeFromDescription();
            routes.MapGet("/api/removals", ReadAsync).For(Duty.SeeFigures).Produces<ReadRemovals.View>();
            routes.MapGet("/api/campaigns/{id:guid}/removals", ReadCampaignAsync).For(Duty.ReadCases).Produces<ReadCampaignRemovals.View>();
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, string? bulan, ReadRemovals read, CancellationToken cancellationToken) =>
        (await read.RunAsync(new(by.Officer, bulan), cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<RemovalsPage>(new { by.Officer, View = view })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> ReadAsync(SignedIn by, string? month, ReadRemovals read, CancellationToken cancellationToken) =>
        (await read.RunAsync(new(by.Officer, month), cancellationToken)).TryGet(out var view, out var problem)
            ? TypedResults.Ok(view)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> ReadCampaignAsync(SignedIn by, Guid id, ReadCampaignRemovals read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var view, out var problem)
            ? TypedResults.Ok(view)
            : ProblemAnswers.ToHttp(problem);
}
