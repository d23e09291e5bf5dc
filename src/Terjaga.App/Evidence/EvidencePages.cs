using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Casework;
using Terjaga.App.Casework.Care;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.App.Words;
using Terjaga.Casework.Proofs;

namespace Terjaga.App.Evidence;

/// <summary>What was seen of a case's places, for its officers.</summary>
internal static class EvidencePages
{
    /// <summary>Bytes of a package that are held in memory before they go to a file without a name.</summary>
    private const int BufferBytes = 64 * 1024;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapEvidencePages()
        {
            routes.MapGet("/meja/perkara/{id:guid}/bukti/{lihat:guid}", ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapGet("/meja/perkara/{id:guid}/bukti/{lihat:guid}/gambar", ShowPictureAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/bukti/{lihat:guid}/gambar", GoOnAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapGet("/meja/perkara/{id:guid}/bukti/{lihat:guid}/halaman", ShowPageAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/bukti/paket", ExportAsync).For(Duty.TakeOut).ExcludeFromDescription();
            routes.MapPost("/meja/perkara/{id:guid}/bukti/musnah", DestroyAsync).For(Duty.DestroyEvidence).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> ShowAsync(
        SignedIn by, Guid id, Guid lihat, OpenCapture open, ListOfficers officers, CancellationToken cancellationToken) =>
        (await open.RunAsync(new(by.Officer, id, lihat), cancellationToken)).TryGet(out var seen, out var problem)
            ? new RazorComponentResult<CapturePage>(new { by.Officer, CaseId = id, Seen = seen, Officers = await officers.RunAsync(cancellationToken) })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> ShowPictureAsync(
        SignedIn by, Guid id, Guid lihat, HttpContext context, OpenCapture open, CancellationToken cancellationToken) =>
        Show(context, await open.PictureAsync(new(by.Officer, id, lihat), cancellationToken));

    /// <remarks>Back to the capture, whose page shows the picture then.</remarks>
    private static async Task<IResult> GoOnAsync(
        SignedIn by, Guid id, Guid lihat, [FromForm] string? alasan, HttpContext context, OpenCapture open, AskShare ask, CancellationToken cancellationToken) =>
        (await open.GoOnAsync(new(by.Officer, id, lihat), alasan, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}/bukti/{lihat}")
            : await ask.AnswerAsync(by.Officer, context.Request.Path, problem, cancellationToken);

    private static async Task<IResult> ShowPageAsync(
        SignedIn by, Guid id, Guid lihat, HttpContext context, OpenCapture open, CancellationToken cancellationToken) =>
        Show(context, await open.PageAsync(new(by.Officer, id, lihat), cancellationToken));

    /// <remarks>What a stranger made is shown without script, cookies, frames or anything loaded, whatever became of the cleaning.</remarks>
    private static IResult Show(HttpContext context, Result<OpenCapture.Shown> result)
    {
        if (!result.TryGet(out var shown, out var problem))
            return ProblemAnswers.ToPage(problem);
        context.Features.Set(ContentPolicy.OfStrangers);
        return TypedResults.Bytes(shown.Content, shown.MediaType);
    }

    private static async Task<IResult> ExportAsync(
        SignedIn by, Guid id, ExportEvidence export, ReadCaseView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        // A name that nobody can open: the package leaves this machine, not the evidence in clear on its disk.
        var path = Path.GetTempFileName();
        var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, BufferBytes, FileOptions.Asynchronous);
        File.Delete(path);
        if ((await export.RunAsync(new(by.Officer, id), file, cancellationToken)).TryGet(out var exported, out var problem))
        {
            file.Position = 0;
            return TypedResults.File(file, "application/zip", exported.FileName);
        }

        await file.DisposeAsync();
        return await CaseworkPages.CaseAgainAsync(read, by, id, null, problem, problems, cancellationToken);
    }

    private static async Task<IResult> DestroyAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] string? alasan, DestroyEvidence destroy, ReadCaseView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await destroy.RunAsync(new(by.Officer, id, versi, alasan), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect($"/meja/perkara/{id}#bukti")
            : await CaseworkPages.CaseAgainAsync(read, by, id, alasan, problem, problems, cancellationToken);
}
