using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Common.Work;

namespace Terjaga.App.Work;

/// <summary>The page and the calls that show what is waiting, running and parked.</summary>
internal static class WorkEndpoints
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapWork()
        {
            routes.MapGet("/meja/kerja", ShowAsync).For(Duty.SeeWork).ExcludeFromDescription();
            routes.MapPost("/meja/kerja/{id:guid}/ulang", RetryAsync).For(Duty.RetryWork).ExcludeFromDescription();
            routes.MapGet("/api/work", ReadAsync).For(Duty.SeeWork);
            routes.MapPost("/api/work/{id:guid}/retries", RetryAsync).For(Duty.RetryWork);
        }
    }

    private static async Task<RazorComponentResult<WorkPage>> ShowAsync(
        SignedIn by, ReadWork read, CancellationToken cancellationToken) =>
        new(new { by.Officer, View = await read.RunAsync(cancellationToken) });

    private static async Task<ReadWork.View> ReadAsync(ReadWork read, CancellationToken cancellationToken) =>
        await read.RunAsync(cancellationToken);

    private static async Task<IResult> RetryAsync(
        SignedIn by, Guid id, RetryWork retry, HttpRequest request, CancellationToken cancellationToken)
    {
        if (!(await retry.RunAsync(by.Officer.Actor, id, cancellationToken)).TryGet(out _, out var problem))
            return ProblemAnswers.For(request, problem);
        return request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            ? TypedResults.NoContent()
            : TypedResults.LocalRedirect("/meja/kerja");
    }
}
