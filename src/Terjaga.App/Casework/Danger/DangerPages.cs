using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.App.Words;
using Terjaga.Casework.Care;
using Terjaga.Casework.Danger;

namespace Terjaga.App.Casework.Danger;

/// <summary>The queue of people in danger, and the page of one file.</summary>
internal static class DangerPages
{
    public const string Path = "/meja/bahaya";

    private const string One = Path + "/{id:guid}";

    private static readonly OwnFile _script = new("/danger.js", OwnFile.Read("danger.js"), "text/javascript; charset=utf-8");

    /// <summary>The script that rings.</summary>
    public static string ScriptAddress => _script.Address;

    extension(IEndpointRouteBuilder routes)
    {
        public void MapDangerPages()
        {
            routes.MapOwnFile(_script);
            routes.MapGet(Path, ShowQueueAsync).For(Duty.ReadDanger).ExcludeFromDescription();
            routes.MapGet(One, ShowAsync).For(Duty.ReadDanger).ExcludeFromDescription();
            routes.MapPost(One + "/buka", GoOnAsync).For(Duty.ReadDanger).ExcludeFromDescription();
            routes.MapPost(One + "/langkah", DecideAsync).For(Duty.AnswerDanger).ExcludeFromDescription();
            routes.MapPost(One + "/rujukan", ShowPacketAsync).For(Duty.AnswerDanger).ExcludeFromDescription();
        }
    }

    public static string PathOf(Guid reportId) => $"{Path}/{reportId}";

    private static async Task<IResult> ShowQueueAsync(
        SignedIn by, DangerStage? daftar, string? sesudah, ListDanger list, CountDanger count, ListOfficers officers, OpenMaterial care,
        CancellationToken cancellationToken)
    {
        var (queue, after) = (daftar ?? DangerStage.Waiting, DangerPlaces.Read(sesudah));
        return (await list.RunAsync(new(by.Officer, queue, after), cancellationToken)).TryGet(out var page, out var problem)
            && (await count.RunAsync(by.Officer, cancellationToken)).TryGet(out var waiting, out problem)
            ? new RazorComponentResult<DangerQueuePage>(new
            {
                by.Officer,
                Queue = queue,
                Page = page,
                Waiting = waiting,
                Officers = await officers.RunAsync(cancellationToken),
                Share = await care.LookAsync(by.Officer.Actor, cancellationToken),
                IsFirst = after is null,
            })
            : ProblemAnswers.ToPage(problem);
    }

    private static async Task<IResult> ShowAsync(SignedIn by, Guid id, ReadDangerView read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var page, out var problem)
            ? new RazorComponentResult<DangerFilePage>(new { by.Officer, Page = page })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> GoOnAsync(
        SignedIn by, Guid id, [FromForm] string? alasan, ReadDanger danger, ReadDangerView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await danger.GoOnAsync(by.Officer, id, alasan, cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(PathOf(id))
            : await AgainAsync(by, id, problem, read, problems, cancellationToken);

    private static async Task<IResult> DecideAsync(
        SignedIn by, Guid id, [FromForm] int versi, [FromForm] DangerStep langkah, [FromForm] string? kode, [FromForm] string? sampai,
        [FromForm] string? alasan, DecideDanger decide, ReadDangerView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var result = DayOf(sampai).TryGet(out var until, out var wrong)
            ? await decide.RunAsync(new(by.Officer, id, versi, langkah, alasan, kode, until.At), cancellationToken)
            : wrong;
        return result.TryGet(out _, out var problem)
            ? TypedResults.LocalRedirect(PathOf(id))
            : await AgainAsync(by, id, problem, read, problems, cancellationToken);
    }

    private static async Task<IResult> ShowPacketAsync(
        SignedIn by, Guid id, [FromForm] string? kantor, [FromForm] Guid? buka, MakePacket make, ReadDangerView read,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await make.RunAsync(new(by.Officer, id, kantor, buka), cancellationToken)).TryGet(out var packet, out var problem)
            ? new RazorComponentResult<PacketPage>(new { by.Officer, Packet = packet, ReportId = id })
            : await AgainAsync(by, id, problem, read, problems, cancellationToken);

    private static async Task<IResult> AgainAsync(
        SignedIn by, Guid id, Problem problem, ReadDangerView read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var page, out var unreadable)
            ? new RazorComponentResult<DangerFilePage>(new { by.Officer, Page = page, Problem = problems.Say(problem) })
            {
                StatusCode = ProblemStatus.Of(problem),
            }
            : ProblemAnswers.ToPage(unreadable);

    /// <summary>The whole of a day counts, in western Indonesia.</summary>
    private static Result<Until> DayOf(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return new Until(null);
        return DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new Until(WibTime.EndOf(day))
            : new Problem("danger.until-invalid", DecideDanger.MaxWaitDays);
    }

    /// <param name="At">Null where no day was typed.</param>
    private sealed record Until(DateTimeOffset? At);
}
