using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Takedown.Answers;
using Terjaga.Takedown.Recipients;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>The keys of recipients: an administrator gives one, whoever keeps recipients may revoke it.</summary>
internal static class KeyPages
{
    private const string Page = "/meja/penerima/{id:guid}/kunci", Call = "/api/recipients/{id:guid}/keys";

    /// <param name="ValidUntil">The last day; left out for a year from now.</param>
    public sealed record KeyCall(string? Label, DateOnly? ValidUntil = null);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapRecipientKeys()
        {
            routes.MapGet(Page, ShowAsync).For(Duty.SeeRecipients).ExcludeFromDescription();
            routes.MapPost(Page, GiveOnPageAsync).For(Duty.GiveRecipientKeys).ExcludeFromDescription();
            routes.MapPost(Page + "/{kunci:guid}/cabut", RevokeOnPageAsync).For(Duty.EditRecipients).ExcludeFromDescription();
            routes.MapPost(Page + "/{kunci:guid}/akhiri", RevokeOnPageAsync).For(Duty.GiveRecipientKeys).ExcludeFromDescription();
            routes.MapGet(Call, ListAsync).For(Duty.SeeRecipients).Produces<IReadOnlyList<EditRecipientKeys.Row>>();
            routes.MapPost(Call, GiveAsync).For(Duty.GiveRecipientKeys).Produces<EditRecipientKeys.Given>(201);
            routes.MapPost(Call + "/{key:guid}/revocation", RevokeAsync).For(Duty.EditRecipients).Produces(204);
        }
    }

    private static Task<IResult> ShowAsync(SignedIn by, Guid id, ReadRecipient read, EditRecipientKeys keys, CancellationToken cancellationToken) =>
        ToPageAsync(by, id, read, keys, null, null, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> ToPageAsync(
        SignedIn by, Guid id, ReadRecipient read, EditRecipientKeys keys, string? key, string? sentence, int status, CancellationToken cancellationToken) =>
        (await read.RunAsync(id, cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<KeysPage>(new { by.Officer, view.Recipient, Rows = await keys.ListAsync(id, cancellationToken), Key = key, Sentence = sentence }) { StatusCode = status }
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> GiveOnPageAsync(
        SignedIn by, Guid id, [FromForm] string? nama, [FromForm] string? berlaku, ReadRecipient read, EditRecipientKeys keys, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken)
    {
        DateOnly? until = null;
        if (!string.IsNullOrWhiteSpace(berlaku))
            until = DateOnly.TryParseExact(berlaku, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : DateOnly.MinValue;
        return (await keys.GiveAsync(new(by.Officer, id, nama, until), cancellationToken)).TryGet(out var given, out var problem)
            ? await ToPageAsync(by, id, read, keys, given.Key, null, StatusCodes.Status200OK, cancellationToken)
            : await ToPageAsync(by, id, read, keys, null, problems.Say(problem), ProblemStatus.Of(problem), cancellationToken);
    }

    private static async Task<IResult> RevokeOnPageAsync(SignedIn by, Guid id, Guid kunci, EditRecipientKeys keys, CancellationToken cancellationToken) =>
        (await keys.RevokeAsync(by.Officer, id, kunci, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/penerima/{id}/kunci")
            : ProblemAnswers.ToPage(problem);

    private static Task<IReadOnlyList<EditRecipientKeys.Row>> ListAsync(Guid id, EditRecipientKeys keys, CancellationToken cancellationToken) =>
        keys.ListAsync(id, cancellationToken);

    private static async Task<IResult> GiveAsync(SignedIn by, Guid id, KeyCall call, EditRecipientKeys keys, CancellationToken cancellationToken) =>
        (await keys.GiveAsync(new(by.Officer, id, call.Label, call.ValidUntil), cancellationToken)).TryGet(out var given, out var problem)
            ? TypedResults.Json(given, statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> RevokeAsync(SignedIn by, Guid id, Guid key, EditRecipientKeys keys, CancellationToken cancellationToken) =>
        (await keys.RevokeAsync(by.Officer, id, key, cancellationToken)).TryGet(out _, out var problem) ? TypedResults.NoContent() : ProblemAnswers.ToHttp(problem);
}
