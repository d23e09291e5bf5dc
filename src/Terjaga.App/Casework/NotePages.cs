using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Notes;

namespace Terjaga.App.Casework;

/// <summary>The forms and calls of notes.</summary>
internal static class NotePages
{
    public sealed record NoteCall(NoteLevel Level, string? Text);

    public sealed record StrikeCall(string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapNotes()
        {
            routes.MapPost("/meja/perkara/{id:guid}/catatan", WriteOnPageAsync).For(Duty.WriteNotes).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/catatan/{catatan:guid}/tarik", WithdrawOnPageAsync).For(Duty.WriteNotes).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/catatan/{catatan:guid}/coret", StrikeOnPageAsync).For(Duty.WriteNotes).ExcludeFromDescription();
            routes.MapPost("/api/cases/{id:guid}/notes", WriteAsync).For(Duty.WriteNotes).Produces<WriteNote.Written>(201);
            routes.MapPost("/api/notes/{id:guid}/withdrawal", WithdrawAsync).For(Duty.WriteNotes).Produces(204);
            routes.MapPost("/api/notes/{id:guid}/strike", StrikeAsync).For(Duty.WriteNotes).Produces(204);
        }
    }

    private static async Task<IResult> WriteOnPageAsync(
        SignedIn by, Guid id, [FromForm] NoteLevel tingkat, [FromForm] string? teks, WriteNote write, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await write.RunAsync(new(by.Officer, id, tingkat, teks), cancellationToken)).TryGet(out _, out var problem)
            ? Back(id)
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<IResult> WithdrawOnPageAsync(
        SignedIn by, Guid id, Guid catatan, EndNote end, ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await end.WithdrawAsync(new(by.Officer, catatan), cancellationToken)).TryGet(out _, out var problem)
            ? Back(id)
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<IResult> StrikeOnPageAsync(
        SignedIn by, Guid id, Guid catatan, [FromForm] string? alasan, EndNote end, ReadCaseView read, IStringLocalizer<Problems> problems,
        CancellationToken cancellationToken) =>
        (await end.StrikeAsync(new(by.Officer, catatan, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? Back(id)
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<IResult> WriteAsync(SignedIn by, Guid id, NoteCall call, WriteNote write, CancellationToken cancellationToken) =>
        (await write.RunAsync(new(by.Officer, id, call.Level, call.Text), cancellationToken)).TryGet(out var written, out var problem)
            ? TypedResults.Json(written, statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> WithdrawAsync(SignedIn by, Guid id, EndNote end, CancellationToken cancellationToken) =>
        (await end.WithdrawAsync(new(by.Officer, id), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> StrikeAsync(SignedIn by, Guid id, StrikeCall call, EndNote end, CancellationToken cancellationToken) =>
        (await end.StrikeAsync(new(by.Officer, id, call.Reason), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static RedirectHttpResult Back(Guid id) => TypedResults.LocalRedirect($"/meja/perkara/{id}#catatan");
}
