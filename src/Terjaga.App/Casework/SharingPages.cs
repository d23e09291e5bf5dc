using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Sharing;

namespace Terjaga.App.Casework;

/// <summary>The page and the calls of the sharing table: which ministry sees what of a case.</summary>
internal static class SharingPages
{
    private const string Path = "/meja/pembagian";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapSharing()
        {
            routes.MapGet(Path, ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Path, SaveOnPageAsync).For(Duty.EditSharing).ExcludeFromDescription();
            routes.MapGet("/api/sharing", ListAsync).For(Duty.ReadCases).Produces<IReadOnlyList<ReadSharing.Row>>();
            routes.MapPost("/api/sharing", SaveAsync).For(Duty.EditSharing).Produces<SaveSharing.Saved>(201);
        }
    }

    private static Task<IResult> ShowAsync(SignedIn by, ReadSharing read, SaveSharing save, CancellationToken cancellationToken) =>
        PageAsync(by, read, save, null, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> SaveOnPageAsync(
        SignedIn by, [FromForm] SharedField bidang, [FromForm] string? kementerian, [FromForm] SharingLevel tingkat, [FromForm] string? mulai,
        [FromForm] string? sampai, [FromForm] string? sumber, [FromForm] string? sebab, SaveSharing save, ReadSharing read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        Result<SaveSharing.Saved> saved = new Problem("sharing.invalid", SaveSharing.MaxTextLength);
        if (DayOf(mulai) is { } from && (string.IsNullOrEmpty(sampai) || DayOf(sampai) is not null))
        {
            saved = await save.RunAsync(
                by.Officer, new(bidang, kementerian ?? "", tingkat, from, DayOf(sampai), sumber?.Trim() ?? "", sebab?.Trim() ?? ""), cancellationToken);
        }

        return saved.TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(Path)
            : await PageAsync(by, read, save, problems.Say(problem), ProblemStatus.Of(problem), cancellationToken);
    }

    private static async Task<IResult> PageAsync(
        SignedIn by, ReadSharing read, SaveSharing save, string? sentence, int status, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, cancellationToken)).TryGet(out var rows, out var problem)
            ? new RazorComponentResult<SharingPage>(new { by.Officer, Rows = rows, Ministries = await save.MinistriesAsync(cancellationToken), Sentence = sentence }) { StatusCode = status }
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> ListAsync(SignedIn by, ReadSharing read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, cancellationToken)).TryGet(out var rows, out var problem)
            ? TypedResults.Ok(rows)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> SaveAsync(SignedIn by, SaveSharing.Rule call, SaveSharing save, CancellationToken cancellationToken) =>
        (await save.RunAsync(by.Officer, call, cancellationToken)).TryGet(out var saved, out var problem)
            ? TypedResults.Json(saved, statusCode: StatusCodes.Status201Created)
            : ProblemAnswers.ToHttp(problem);

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
