using Microsoft.AspNetCore.Http.HttpResults;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Appeals;

namespace Terjaga.App.Casework;

/// <summary>The forms and calls of appeals.</summary>
internal static class AppealPages
{
    /// <param name="ReceivedAt">When it reached the ministry; left out for now.</param>
    public sealed record AppealCall(AppealBy From, string? Text, DateTimeOffset? ReceivedAt = null);

    public sealed record AppealDecisionCall(int Version, bool IsUpheld, string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapAppeals()
        {
            routes.MapPost("/meja/perkara/{id:guid}/keberatan", RecordOnPageAsync).For(Duty.RecordAppeal).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/keberatan/{keberatan:guid}", DecideOnPageAsync).For(Duty.DecideAppeal).ExcludeFromDescription();
            routes.MapPost("/api/cases/{id:guid}/appeals", RecordAsync).For(Duty.RecordAppeal).Produces<RecordAppeal.Recorded>(201);
            routes.MapPost("/api/appeals/{id:guid}/decision", DecideAsync).For(Duty.DecideAppeal).Produces(204);
        }
    }

    private static async Task<IResult> RecordOnPageAsync(
        SignedIn by, Guid id, [FromForm] AppealBy dari, [FromForm] string? isi, [FromForm] string? tanggal, RecordAppeal record, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await RecordOfDayAsync(by, id, dari, isi, tanggal, record, cancellationToken)).TryGet(out _, out var problem)
            ? Back(id)
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<Result<RecordAppeal.Recorded>> RecordOfDayAsync(
        SignedIn by, Guid id, AppealBy from, string? text, string? day, RecordAppeal record, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(day))
            return await record.RunAsync(new(by.Officer, id, from, text, null), cancellationToken);
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? await record.RunAsync(new(by.Officer, id, from, text, WibTime.BeginOf(on)), cancellationToken)
            : new Problem("appeal.time-invalid");
    }

    private static async Task<IResult> DecideOnPageAsync(
        SignedIn by, Guid id, Guid keberatan, [FromForm] int versi, [FromForm] bool diterima, [FromForm] string? alasan, DecideAppeal decide,
        ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, keberatan, versi, diterima, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? Back(id)
            : await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);

    private static async Task<IResult> RecordAsync(SignedIn by, Guid id, AppealCall call, RecordAppeal record, CancellationToken cancellationToken) =>
        (await record.RunAsync(new(by.Officer, id, call.From, call.Text, call.ReceivedAt), cancellationToken)).TryGet(out var recorded, out var problem)
            ? TypedResults.Json(recorded, statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> DecideAsync(SignedIn by, Guid id, AppealDecisionCall call, DecideAppeal decide, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, id, call.Version, call.IsUpheld, call.Reason), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static RedirectHttpResult Back(Guid id) => TypedResults.LocalRedirect($"/meja/perkara/{id}#keberatan");
}
