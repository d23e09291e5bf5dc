using System.Globalization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Casework;
using Terjaga.Casework.Claims;
using Terjaga.Casework.Queues;
using Terjaga.Casework.Search;
using Terjaga.Screening;

namespace Terjaga.App.Casework;

/// <summary>The calls of queues, search and claims, for scripts of the ministries.</summary>
internal static class QueueCalls
{
    /// <summary>The filter of a queue; see <see cref="QueueFilter"/>.</summary>
    public sealed record FilterCall(
        CaseState? State, Ministry? Turn, Band? Band, bool? IsDanger, int? MinDays, string? Channel, QueueHolder? Holder, string? Words,
        long? AfterTurn, Guid? AfterId);

    /// <param name="Counts">Cases in each state, counted up to a thousand.</param>
    /// <param name="Next">Address of the next page; null on the last one.</param>
    public sealed record QueuePage(IReadOnlyDictionary<CaseState, int> Counts, IReadOnlyList<QueueRow> Cases, string? Next);

    /// <param name="Next">Address of the next page; null on the last one.</param>
    public sealed record FoundPage(IReadOnlyList<QueueRow> Cases, string? Next);

    /// <summary>The case that the officer holds from now on.</summary>
    public sealed record NextCase(Guid Id);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapQueueCalls()
        {
            routes.MapGet("/api/cases", ListAsync).For(Duty.ReadCases).Produces<QueuePage>();
            routes.MapGet("/api/cases/search", SearchAsync).For(Duty.ReadCases).Produces<FoundPage>();
            routes.MapPost("/api/cases/next", NextAsync).For(Duty.ClaimCases).Produces<NextCase>();
            routes.MapPost("/api/cases/{id:guid}/claim", ClaimAsync).For(Duty.ClaimCases).Produces<CaseHold>();
            routes.MapDelete("/api/cases/{id:guid}/claim", ReleaseAsync).For(Duty.ClaimCases).Produces(StatusCodes.Status204NoContent);
        }
    }

    private static async Task<IResult> ListAsync(
        SignedIn by, [AsParameters] FilterCall call, HttpRequest request, ListCases list, CancellationToken cancellationToken)
    {
        var after = call.AfterTurn is { } turn && call.AfterId is { } id ? new QueuePlace(turn, id) : null;
        var filter = new QueueFilter(call.State, call.Turn, call.Band, call.IsDanger, call.MinDays, call.Channel, call.Holder ?? QueueHolder.All, call.Words);
        return (await list.RunAsync(new(by.Officer, filter, after), cancellationToken)).TryGet(out var page, out var problem)
            ? TypedResults.Ok(new QueuePage(page.Counts, page.Rows, page.Next is null ? null : Next(request, page.Next)))
            : ProblemAnswers.ToHttp(problem);
    }

    private static async Task<IResult> SearchAsync(
        SignedIn by, string? q, Guid? after, SearchCases search, CancellationToken cancellationToken) =>
        (await search.RunAsync(new(by.Officer, q, after), cancellationToken)).TryGet(out var page, out var problem)
            ? TypedResults.Ok(new FoundPage(page.Rows, page.Next is { } next ? $"/api/cases/search?q={Uri.EscapeDataString(q ?? "")}&after={next}" : null))
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> NextAsync(SignedIn by, ClaimNext next, CancellationToken cancellationToken) =>
        (await next.RunAsync(by.Officer, cancellationToken)).TryGet(out var id, out var problem)
            ? TypedResults.Ok(new NextCase(id))
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> ClaimAsync(SignedIn by, Guid id, ClaimCase claim, CancellationToken cancellationToken) =>
        (await claim.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var hold, out var problem)
            ? TypedResults.Ok(hold)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> ReleaseAsync(SignedIn by, Guid id, ClaimCase claim, CancellationToken cancellationToken) =>
        (await claim.ReleaseAsync(by.Officer, id, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    /// <summary>The address that was asked for, with the place where it goes on.</summary>
    private static string Next(HttpRequest request, QueuePlace place)
    {
        var kept = request.Query.Where(pair => !pair.Key.StartsWith("after", StringComparison.OrdinalIgnoreCase))
            .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value.ToString())}");
        return "/api/cases?" + string.Join('&', [.. kept, string.Create(CultureInfo.InvariantCulture, $"afterTurn={place.Turn}"), $"afterId={place.Id}"]);
    }
}
