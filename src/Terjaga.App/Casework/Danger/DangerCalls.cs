using Terjaga.Accounts;
using Terjaga.App.Accounts;
using Terjaga.App.Errors;
using Terjaga.Casework.Danger;

namespace Terjaga.App.Casework.Danger;

/// <summary>The calls of the queue of people in danger, for scripts of the ministries and for the page that rings.</summary>
internal static class DangerCalls
{
    /// <param name="Version">Of the file, as the officer saw it.</param>
    /// <param name="Code">A channel, an office or an outcome of data/danger.json; null at other steps.</param>
    /// <param name="Until">Until when a removal must wait; null where no date is known.</param>
    public sealed record DangerStepCall(int Version, DangerStep Step, string? Reason, string? Code, DateTimeOffset? Until);

    /// <param name="Opening">The opening that a second person agreed to; null leaves the contact sealed.</param>
    public sealed record PacketCall(string? Office, Guid? Opening);

    /// <param name="Next">Address of the following rows; null on the last page.</param>
    public sealed record DangerPage(IReadOnlyList<DangerRow> Files, string? Next);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapDangerCalls()
        {
            routes.MapGet("/api/danger", ListAsync).For(Duty.ReadDanger).Produces<DangerPage>();
            routes.MapGet("/api/danger/news", CountAsync).For(Duty.ReadDanger).Produces<CountDanger.Waiting>();
            routes.MapGet("/api/danger/{id:guid}", ReadAsync).For(Duty.ReadDanger).Produces<ReadDanger.View>();
            routes.MapPost("/api/danger/{id:guid}/steps", DecideAsync).For(Duty.AnswerDanger);
            routes.MapPost("/api/danger/{id:guid}/packet", PackAsync).For(Duty.AnswerDanger).Produces<MakePacket.Packet>();
        }
    }

    private static async Task<IResult> ListAsync(SignedIn by, DangerStage? queue, string? after, ListDanger list, CancellationToken cancellationToken)
    {
        var asked = queue ?? DangerStage.Waiting;
        return (await list.RunAsync(new(by.Officer, asked, DangerPlaces.Read(after)), cancellationToken)).TryGet(out var page, out var problem)
            ? TypedResults.Ok(new DangerPage(page.Rows, page.Next is { } next ? $"/api/danger?queue={asked}&after={DangerPlaces.Write(next)}" : null))
            : ProblemAnswers.ToHttp(problem);
    }

    private static async Task<IResult> CountAsync(SignedIn by, CountDanger count, CancellationToken cancellationToken) =>
        (await count.RunAsync(by.Officer, cancellationToken)).TryGet(out var waiting, out var problem)
            ? TypedResults.Ok(waiting)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> ReadAsync(SignedIn by, Guid id, ReadDanger read, CancellationToken cancellationToken) =>
        (await read.RunAsync(by.Officer, id, cancellationToken)).TryGet(out var view, out var problem)
            ? TypedResults.Ok(view)
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> DecideAsync(SignedIn by, Guid id, DangerStepCall call, DecideDanger decide, CancellationToken cancellationToken) =>
        (await decide.RunAsync(new(by.Officer, id, call.Version, call.Step, call.Reason, call.Code, call.Until), cancellationToken)).TryGet(out _, out var problem)
            ? TypedResults.NoContent()
            : ProblemAnswers.ToHttp(problem);

    private static async Task<IResult> PackAsync(SignedIn by, Guid id, PacketCall call, MakePacket make, CancellationToken cancellationToken) =>
        (await make.RunAsync(new(by.Officer, id, call.Office, call.Opening), cancellationToken)).TryGet(out var packet, out var problem)
            ? TypedResults.Ok(packet)
            : ProblemAnswers.ToHttp(problem);
}
