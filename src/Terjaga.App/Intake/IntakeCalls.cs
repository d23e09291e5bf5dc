using Microsoft.Extensions.Localization;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.Intake;

namespace Terjaga.App.Intake;

/// <summary>The calls of reporting and of receipts, as the contract gives them.</summary>
internal static class IntakeCalls
{
    /// <summary>Name of the header that marks a repetition of the same sending.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    private static readonly ReportForm.Names _names = new("link", "text", "channel", "contact", "files");

    /// <summary>What a program sends; one of <c>text</c> and <c>link</c> is enough.</summary>
    public sealed record ReportCall(string? Text, string? Link, string? Channel, string? Contact);

    /// <param name="Receipt">24 characters in groups of four; given now and never again.</param>
    /// <param name="Status">Where the outcome is read.</param>
    /// <param name="Help">What to do now; null where nobody is in danger.</param>
    public sealed record ReportTaken(string Receipt, string Status, HelpTold? Help);

    /// <param name="State">received, checked, ordered, partly-gone, gone, closed or danger-help.</param>
    /// <param name="Notes">What the desk says besides, in the words in which it was written, the newest first.</param>
    /// <param name="Help">What to do now; null where nobody is in danger.</param>
    public sealed record ReportStatus(string State, DateTimeOffset At, Message Message, IReadOnlyList<LookUpReceipt.Message> Notes, HelpTold? Help);

    /// <summary>The same sentence in both languages.</summary>
    public sealed record Message(string Id, string En);

    extension(IEndpointRouteBuilder routes)
    {
        public void MapIntakeCalls()
        {
            routes.MapPost("/api/reports", SubmitAsync).TakesPictures()
                .Accepts<ReportCall>("application/json", "multipart/form-data")
                .Produces<ReportTaken>(StatusCodes.Status201Created)
                .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(422);
            routes.MapGet("/api/reports/{receipt}", LookUpAsync)
                .Produces<ReportStatus>().ProducesProblem(404).ProducesProblem(429);
        }
    }

    private static async Task<IResult> SubmitAsync(
        HttpRequest request, SubmitReport submit, LookUpReceipt lookUp, TellHelp tell, CancellationToken cancellationToken)
    {
        string? key = request.Headers[IdempotencyHeader];
        var read = request switch
        {
            { HasFormContentType: true } => await ReportForm.ReadAsync(request, _names, key, cancellationToken),
            _ when request.HasJsonContentType() => await ReadJsonAsync(request, key, cancellationToken),
            _ => new Problem("media-type.unsupported"),
        };
        if (!read.TryGet(out var input, out var problem)
            || !(await submit.RunAsync(input, cancellationToken)).TryGet(out var receipt, out problem))
        {
            return ProblemAnswers.ToHttp(problem);
        }

        var status = $"/api/reports/{receipt.Text}";
        return TypedResults.Created(status, new ReportTaken(
            receipt.Text, status, tell.Of(await lookUp.HelpAsync(receipt, cancellationToken))));
    }

    private static async Task<Result<SubmitReport.Input>> ReadJsonAsync(
        HttpRequest request, string? key, CancellationToken cancellationToken) =>
        (await request.ReadJsonAsync<ReportCall>(cancellationToken)).TryGet(out var call, out var problem)
            ? new SubmitReport.Input(call.Link, call.Text, call.Channel, call.Contact, [], key) { Language = Languages.Current }
            : problem;

    private static async Task<IResult> LookUpAsync(
        string receipt, LookUpReceipt lookUp, WrongReceipts wrong, HttpContext context,
        IStringLocalizer<IntakeWords> words, TellHelp tell, CancellationToken cancellationToken)
    {
        if (!wrong.MayTry(context.Connection.RemoteIpAddress))
            return ProblemAnswers.ToHttp(new Problem("rate.limited"));
        if (!(await lookUp.RunAsync(receipt, cancellationToken)).TryGet(out var outcome, out var problem))
        {
            wrong.Count(context.Connection.RemoteIpAddress);
            return ProblemAnswers.ToHttp(problem);
        }

        return TypedResults.Ok(new ReportStatus(
            ReportStates.NameOf(outcome.State), outcome.At, words.InBoth("state." + outcome.State), outcome.Messages, tell.Of(outcome.Help)));
    }
}
