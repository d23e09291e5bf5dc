using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Search;

namespace Terjaga.App.Casework;

/// <summary>The pages of queues: their views, the search, and taking a case in hand.</summary>
internal static class QueuePages
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapQueuePages()
        {
            routes.MapGet(QueueAddress.Path, ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapGet("/meja/cari", SearchAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/berikut", NextAsync).For(Duty.ClaimCases).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/pegang", ClaimAsync).For(Duty.ClaimCases).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/lepas", ReleaseAsync).For(Duty.ClaimCases).ExcludeFromDescription();
            routes.MapPost("/meja/pandangan", SaveViewAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/pandangan/{id:guid}/hapus", RemoveViewAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapQueueNews();
        }
    }

    private static Task<IResult> ShowAsync(
        SignedIn by, HttpRequest request, ReadQueueView read, CancellationToken cancellationToken) =>
        PageAsync(by, QueueAddress.Read(request.Query) ?? QueueAddress.Begin(by.Officer), QueueAddress.PlaceIn(request.Query), read, null, cancellationToken);

    private static async Task<IResult> PageAsync(
        SignedIn by, QueueFilter filter, QueuePlace? after, ReadQueueView read, string? problem, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, filter, after, cancellationToken)).TryGet(out var view, out var unreadable)
            ? new RazorComponentResult<QueuePage>(new { by.Officer, View = view, Problem = problem })
            {
                StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            }
            : ProblemAnswers.ToPage(unreadable);

    private static async Task<IResult> SearchAsync(
        SignedIn by, string? kata, Guid? sesudah, SearchCases search, CancellationToken cancellationToken) =>
        (await search.RunAsync(new(by.Officer, kata, sesudah), cancellationToken)).TryGet(out var page, out var problem)
            ? new RazorComponentResult<SearchPage>(new { by.Officer, Page = page, Typed = kata is null ? null : PlainText.Shorten(kata, QueueAddress.MaxWordsLength), IsFirst = sesudah is null })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> NextAsync(
        SignedIn by, ClaimNext next, ReadQueueView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await next.RunAsync(by.Officer, cancellationToken)).TryGet(out var id, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await PageAsync(by, QueueAddress.Begin(by.Officer), null, read, problems.Say(problem), cancellationToken);

    private static async Task<IResult> ClaimAsync(
        SignedIn by, Guid id, ClaimCase claim, ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await claim.RunAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}")
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<IResult> ReleaseAsync(SignedIn by, Guid id, ClaimCase claim, CancellationToken cancellationToken) =>
        (await claim.ReleaseAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(QueueAddress.Path)
            : ProblemAnswers.ToPage(problem);

    /// <remarks>The filter is read and written anew: what is kept is an address of the queue and nothing else.</remarks>
    private static async Task<IResult> SaveViewAsync(
        SignedIn by, [FromForm] string? nama, [FromForm] string? saringan, SavedViews views, ReadQueueView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var query = new QueryCollection(Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(PlainText.Shorten(saringan ?? "", MaxQueryLength)));
        var filter = QueueAddress.Read(query) ?? QueueAddress.Begin(by.Officer);
        return (await views.SaveAsync(by.Officer, nama, QueueAddress.Query(filter), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(QueueAddress.Of(filter))
            : await PageAsync(by, filter, null, read, problems.Say(problem), cancellationToken);
    }

    /// <summary>Longest query that is read, in characters: far more than a filter needs.</summary>
    private const int MaxQueryLength = 4_000;

    private static async Task<IResult> RemoveViewAsync(SignedIn by, Guid id, SavedViews views, CancellationToken cancellationToken) =>
        (await views.RemoveAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(QueueAddress.Path)
            : ProblemAnswers.ToPage(problem);
}
