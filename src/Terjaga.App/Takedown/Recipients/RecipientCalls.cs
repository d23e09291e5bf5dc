using Microsoft.AspNetCore.Mvc;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Takedown;
using Terjaga.Takedown.Recipients;
using Terjaga.Takedown.Recipients.Finding;

namespace Terjaga.App.Takedown.Recipients;

/// <summary>The calls of recipients.</summary>
internal static class RecipientCalls
{
    /// <param name="Secret">For a webhook: <c>whsec_…</c>, as Standard Webhooks gives it.</param>
    /// <param name="IsEnabled">Only <c>false</c>: an administrator turns sending on afterwards.</param>
    /// <param name="Hours">For instance <c>Mon-Fri 09:00-17:00 Asia/Jakarta</c>.</param>
    /// <param name="ClockHours">Time in which it promises to answer.</param>
    public sealed record RecipientCall(
        string? Name, string? Hosts, RecipientChannel Channel, string? Address, string? Secret, bool IsEnabled, string? Source,
        RecipientKind Kind = RecipientKind.Platform, string? Language = null, string? Hours = null, int? ClockHours = null, string? PublicKey = null,
        DateOnly? SeenOn = null, DateOnly? ValidUntil = null);

    public sealed record SendingCall(bool IsEnabled);

    public sealed record PreferenceCall(string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapRecipientCalls()
        {
            routes.MapGet("/api/recipients", ListAsync).For(Duty.SeeRecipients);
            routes.MapGet("/api/recipients/{id:guid}", ReadAsync).For(Duty.SeeRecipients).Produces<ReadRecipient.View>();
            routes.MapPost("/api/recipients", AddAsync).For(Duty.EditRecipients).Produces<SaveRecipient.Saved>(201);
            routes.MapPost("/api/recipients/{id:guid}/sending", SwitchAsync).For(Duty.EnableRecipients).Produces(204);
            routes.MapPost("/api/recipients/{id:guid}/stop", StopAsync).For(Duty.EditRecipients).Produces(204);
            routes.MapPost("/api/recipients/{id:guid}/contacts", AddContactAsync).For(Duty.EditRecipients).Produces<SaveContact.Saved>(201);
            routes.MapPost("/api/recipients/{id:guid}/contacts/{contact:guid}/preference", PreferAsync).For(Duty.EditRecipients).Produces(204);
            routes.MapPost("/api/recipients/shipped", BringAsync).For(Duty.EditRecipients).Produces<BringRecipients.Brought>();
            routes.MapPost("/api/recipients/rdap", RefreshAsync).For(Duty.EditRecipients).Produces(204);
        }
    }

    private static async Task<IReadOnlyList<ListRecipients.Row>> ListAsync(
        ListRecipients list, [FromQuery] RecipientKind? kind, [FromQuery] bool? enabled, [FromQuery] string? words, CancellationToken cancellationToken) =>
        [.. (await list.RunAsync(cancellationToken)).Where(new ListRecipients.Filter(kind, enabled, words).Fits)];

    private static async Task<IResult> ReadAsync(Guid id, ReadRecipient read, CancellationToken cancellationToken) => Answer(await read.RunAsync(id, cancellationToken));

    private static async Task<IResult> AddAsync(SignedIn by, RecipientCall call, SaveRecipient save, CancellationToken cancellationToken) => Answer(
        await save.RunAsync(
            new(by.Officer, call.Name, call.Hosts, call.Channel, call.Address, call.Secret, call.IsEnabled, call.Source, call.Kind,
                new(call.Channel, null, null, call.Language, call.Hours, call.ClockHours, call.PublicKey, null, call.SeenOn, call.ValidUntil)),
            cancellationToken),
        StatusCodes.Status201Created);

    private static async Task<IResult> SwitchAsync(SignedIn by, Guid id, SendingCall call, SwitchRecipient switching, CancellationToken cancellationToken) =>
        Done(await switching.RunAsync(new(by.Officer, id, call.IsEnabled), cancellationToken));

    private static async Task<IResult> StopAsync(SignedIn by, Guid id, SwitchRecipient switching, CancellationToken cancellationToken) =>
        Done(await switching.RunAsync(new(by.Officer, id, false), cancellationToken));

    private static async Task<IResult> AddContactAsync(SignedIn by, Guid id, ContactTyped call, SaveContact save, CancellationToken cancellationToken) =>
        Answer(await save.RunAsync(new(by.Officer, id, call), cancellationToken), StatusCodes.Status201Created);

    private static async Task<IResult> PreferAsync(SignedIn by, Guid id, Guid contact, PreferenceCall call, PreferContact prefer, CancellationToken cancellationToken) =>
        Done(await prefer.RunAsync(new(by.Officer, id, contact, call.Reason), cancellationToken));

    private static async Task<IResult> BringAsync(SignedIn by, BringRecipients bring, CancellationToken cancellationToken) =>
        Answer(await bring.RunAsync(by.Officer, DeskAreas.DataFolder, cancellationToken));

    private static async Task<IResult> RefreshAsync(SignedIn by, RefreshBootstraps refresh, CancellationToken cancellationToken) =>
        Done(await refresh.RunAsync(by.Officer, cancellationToken));

    internal static IResult Answer<T>(Result<T> result, int status = StatusCodes.Status200OK)
        where T : notnull => result.TryGet(out var value, out var problem) ? TypedResults.Json(value, statusCode: status) : ProblemAnswers.ToHttp(problem);

    private static IResult Done(Result<Done> result) => result.TryGet(out _, out var problem) ? TypedResults.NoContent() : ProblemAnswers.ToHttp(problem);
}
