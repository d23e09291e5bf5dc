using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown.Answers;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>The letters that an officer of Komdigi hands over, because no machine sends by the channel of their recipient.</summary>
internal static class HandOverPages
{
    private const string Path = "/meja/serah";

    /// <summary>As a browser writes a moment; it is taken to be in western Indonesia.</summary>
    private const string Moment = "yyyy-MM-dd'T'HH:mm";

    /// <param name="At">When it was handed over; left out for now.</param>
    public sealed record HandOverCall(HandedOverWay Way, string? Receipt, DateTimeOffset? At = null);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapHandOver()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.DeliverLetters).ExcludeFromDescription();
            routes.MapPost(Path + "/{id:guid}", HandOverOnPageAsync).For(Duty.DeliverLetters).ExcludeFromDescription();
            routes.MapGet("/api/letters/waiting", ListAsync).For(Duty.DeliverLetters).Produces<IReadOnlyList<ListWaitingLetters.Row>>();
            routes.MapPost("/api/letters/{id:guid}/hand-over", HandOverAsync).For(Duty.DeliverLetters).Produces(204);
        }
    }

    private static async Task<IResult> ShowAsync(SignedIn by, ListWaitingLetters list, CancellationToken cancellationToken) =>
        new RazorComponentResult<HandOverPage>(new { by.Officer, Rows = await list.RunAsync(by.Officer, null, cancellationToken) });

    private static async Task<IResult> HandOverOnPageAsync(
        SignedIn by, Guid id, [FromForm] string? cara, [FromForm] string? bukti, [FromForm] string? waktu, HandOverLetter handOver, ListWaitingLetters list,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var way = Enum.TryParse<HandedOverWay>(cara, out var known) ? known : (HandedOverWay)(-1);
        if ((await handOver.RunAsync(new(by.Officer, id, Read(waktu), way, bukti), cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect(Path);
        return new RazorComponentResult<HandOverPage>(new { by.Officer, Rows = await list.RunAsync(by.Officer, null, cancellationToken), Sentence = problems.Say(problem) })
        {
            StatusCode = ProblemStatus.Of(problem),
        };
    }

    /// <summary>Null for now; what cannot be read is in the future, and so refused with its sentence.</summary>
    private static DateTimeOffset? Read(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        return DateTime.TryParseExact(typed, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? WibTime.BeginOf(DateOnly.FromDateTime(local)) + local.TimeOfDay
            : DateTimeOffset.MaxValue;
    }

    private static Task<IReadOnlyList<ListWaitingLetters.Row>> ListAsync(SignedIn by, ListWaitingLetters list, CancellationToken cancellationToken) =>
        list.RunAsync(by.Officer, null, cancellationToken);

    private static async Task<IResult> HandOverAsync(SignedIn by, Guid id, HandOverCall call, HandOverLetter handOver, CancellationToken cancellationToken) =>
        (await handOver.RunAsync(new(by.Officer, id, call.At, call.Way, call.Receipt), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);
}
