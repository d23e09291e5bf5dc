using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework;
using Terjaga.Casework.Bulk;

namespace Terjaga.App.Casework.Bulk;

/// <summary>Several cases at once: what would happen, the decision, and taking it back.</summary>
internal static class BulkPages
{
    private const string Several = "/meja/banyak";

    extension(IEndpointRouteBuilder routes)
    {
        public void MapBulkPages()
        {
            routes.MapGet(Several, PreviewAsync).For(Duty.DecideSeveral).ExcludeFromDescription();
            routes.MapPost(Several, DecideAsync).For(Duty.DecideSeveral).ExcludeFromDescription();
            routes.MapGet(Several + "/{id:guid}", ShowAsync).For(Duty.ReadCases).ExcludeFromDescription();
            routes.MapPost(Several + "/{id:guid}/urung", UndoAsync).For(Duty.DecideSeveral).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> PreviewAsync(
        SignedIn by, Guid[] perkara, CaseStep? langkah, PreviewBulk preview, CancellationToken cancellationToken)
    {
        var step = langkah ?? (by.Officer.Can(Duty.HandOver) ? CaseStep.HandOver : CaseStep.Verify);
        return (await preview.RunAsync(new(by.Officer, perkara, step), cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<BulkPage>(new { by.Officer, View = view })
            : ProblemAnswers.ToPage(problem);
    }

    private static async Task<IResult> DecideAsync(
        SignedIn by, [FromForm] CaseStep langkah, [FromForm] Verdict? putusan, [FromForm] string? alasan, HttpRequest request, DecideCases decide, PreviewBulk preview,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        var chosen = Chosen(request.Form["pilih"]);
        if ((await decide.RunAsync(new(by.Officer, chosen, langkah, putusan, alasan), cancellationToken)).TryGet(out var decided, out var problem))
            return TypedResults.LocalRedirect($"{Several}/{decided.ActId}?tersisa={decided.Left.Count}");
        return (await preview.RunAsync(new(by.Officer, [.. chosen.Select(c => c.CaseFileId)], langkah), cancellationToken)).TryGet(out var view, out _)
            ? new RazorComponentResult<BulkPage>(new { by.Officer, View = view, Problem = problems.Say(problem) }) { StatusCode = ProblemStatus.Of(problem) }
            : ProblemAnswers.ToPage(problem);
    }

    private static async Task<IResult> ShowAsync(SignedIn by, Guid id, int? tersisa, ReadBulk read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var view, out var problem)
            ? new RazorComponentResult<BulkDonePage>(new { by.Officer, View = view, Left = tersisa ?? 0 })
            : ProblemAnswers.ToPage(problem);

    private static async Task<IResult> UndoAsync(
        SignedIn by, Guid id, [FromForm] string? alasan, UndoBulk undo, ReadBulk read, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if ((await undo.RunAsync(new(by.Officer, id, alasan), cancellationToken)).TryGet(out _, out var problem))
            return TypedResults.LocalRedirect($"{Several}/{id}");
        return (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var view, out var unreadable)
            ? new RazorComponentResult<BulkDonePage>(new { by.Officer, View = view, Problem = problems.Say(problem) }) { StatusCode = ProblemStatus.Of(problem) }
            : ProblemAnswers.ToPage(unreadable);
    }

    /// <summary>Each as <c>case_version</c>; what is neither is no choice.</summary>
    private static List<Selection.Chosen> Chosen(IEnumerable<string?> picked) =>
    [
        .. picked.Select(one => one?.Split('_')).Where(parts => parts is [_, _]).Select(parts => parts!)
            .Where(parts => Guid.TryParse(parts[0], out _) && int.TryParse(parts[1], out _))
            .Select(parts => new Selection.Chosen(Guid.Parse(parts[0]), int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture))),
    ];
}
