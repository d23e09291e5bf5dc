using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Campaigns.Exports;
using Terjaga.Casework.Joining;

namespace Terjaga.App.Campaigns;

/// <summary>The calls by which scripts of the ministries join, part and export.</summary>
internal static class CampaignCalls
{
    public sealed record MergeCall(int Version, Guid IntoId, int IntoVersion, string? Reason);

    /// <param name="IntoId">Null for a new case.</param>
    public sealed record MoveCall(int Version, IReadOnlyList<Guid> OfferIds, Guid? IntoId, string? Reason);

    public sealed record ReasonCall(string? Reason);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCampaignCalls()
        {
            routes.MapGet("/api/cases/{id:guid}/links", ListAsync).For(Duty.ReadCases).Produces<ListLinks.View>();
            routes.MapGet("/api/cases/{id:guid}/indicators", ExportAsync).For(Duty.TakeOut);
            routes.MapPost("/api/cases/{id:guid}/merge", MergeAsync).For(Duty.LinkOffers);
            routes.MapPost("/api/cases/{id:guid}/moves", MoveAsync).For(Duty.LinkOffers).Produces<MoveOffers.Moved>();
            routes.MapPost("/api/joins/{id:guid}/undo", UndoAsync).For(Duty.LinkOffers);
            routes.MapGet("/api/links/{id:guid}", ReadAsync).For(Duty.ReadCases).Produces<ReadLink.View>();
            routes.MapPost("/api/links/{id:guid}/refusal", RefuseAsync).For(Duty.LinkOffers);
        }
    }

    private static async Task<IResult> ListAsync(SignedIn by, Guid id, ListLinks list, CancellationToken cancellationToken) =>
        TypedResults.Ok(await list.RunAsync(by.Officer, id, cancellationToken));

    /// <remarks>Each call is kept as an event of the case: it is a way out of the desk.</remarks>
    private static async Task<IResult> ExportAsync(
        SignedIn by, Guid id, IndicatorFormat format, bool? singles, ExportIndicators export, CancellationToken cancellationToken) =>
        (await export.RunAsync(new(by.Officer, id, format, singles == true), cancellationToken)).TryGet(out var file, out var problem)
            ? TypedResults.File(file.Content, file.MediaType, file.FileName)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> MergeAsync(SignedIn by, Guid id, MergeCall call, MergeCases merge, CancellationToken cancellationToken) =>
        Answer(await merge.RunAsync(new(by.Officer, id, call.Version, call.IntoId, call.IntoVersion, call.Reason), cancellationToken));

    private static async Task<IResult> MoveAsync(SignedIn by, Guid id, MoveCall call, MoveOffers move, CancellationToken cancellationToken) =>
        (await move.RunAsync(new(by.Officer, id, call.Version, call.OfferIds, call.IntoId, call.Reason), cancellationToken)).TryGet(out var moved, out var problem)
            ? TypedResults.Ok(moved)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> UndoAsync(SignedIn by, Guid id, ReasonCall call, UndoJoin undo, CancellationToken cancellationToken) =>
        Answer(await undo.RunAsync(new(by.Officer, id, call.Reason), cancellationToken));

    private static async Task<IResult> ReadAsync(SignedIn by, Guid id, ReadLink read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var link, out var problem)
            ? TypedResults.Ok(link)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> RefuseAsync(SignedIn by, Guid id, ReasonCall call, RefuseLink refuse, CancellationToken cancellationToken) =>
        Answer(await refuse.RunAsync(new(by.Officer, id, call.Reason), cancellationToken));

    private static IResult Answer(Result<Done> result) =>
        result.TryGet(out _, out var problem) ? TypedResults.NoContent() : ProblemAnswers.ToHttp(problem);
}
