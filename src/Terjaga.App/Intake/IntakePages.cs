using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Intake;
using Terjaga.Intake.Telling;

namespace Terjaga.App.Intake;

/// <summary>The public pages of reporting and of receipts. They bind, call one operation, and answer.</summary>
internal static class IntakePages
{
    private static readonly ReportForm.Names _names = new("tautan", "tulisan", "tempat", "kontak", "foto");

    extension(IEndpointRouteBuilder routes)
    {
        public void MapIntakePages()
        {
            routes.MapGet("/lapor", () => Form(SubmitReport.Input.Empty)).ExcludeFromDescription();
            routes.MapPost("/lapor", SubmitAsync).TakesPictures().ExcludeFromDescription();
            routes.MapGet("/status", () => new RazorComponentResult<StatusPage>()).ExcludeFromDescription();
            routes.MapPost("/status", LookUpAsync).ExcludeFromDescription();
            routes.MapGet("/surel/{tanda}", () => new RazorComponentResult<AddressPage>()).ExcludeFromDescription();
            routes.MapPost("/surel/{tanda}", ConfirmAsync).ExcludeFromDescription();
        }
    }

    private static async Task<IResult> SubmitAsync(
        HttpRequest request, SubmitReport submit, LookUpReceipt lookUp, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return ProblemAnswers.ToPage(new Problem("media-type.unsupported"));
        if (!(await ReportForm.ReadAsync(request, _names, key: null, cancellationToken)).TryGet(out var typed, out var problem))
            return Form(SubmitReport.Input.Empty, problems.Say(problem), ProblemStatus.Of(problem));
        return (await submit.RunAsync(typed, cancellationToken)).TryGet(out var receipt, out problem)
            ? new RazorComponentResult<ReceiptPage>(new { Receipt = receipt, Help = await lookUp.HelpAsync(receipt, cancellationToken) })
            : Form(typed, problems.Say(problem), ProblemStatus.Of(problem));
    }

    /// <summary>The number comes by POST, so that no address, no history and no log of a proxy ever holds it.</summary>
    private static async Task<IResult> LookUpAsync(
        [FromForm] string? tanda, LookUpReceipt lookUp, WrongReceipts wrong, HttpContext context,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if (!wrong.MayTry(context.Connection.RemoteIpAddress))
            return Refuse(new Problem("rate.limited"));
        if ((await lookUp.RunAsync(tanda, cancellationToken)).TryGet(out var outcome, out var problem))
            return new RazorComponentResult<StatusPage>(new { Outcome = outcome });

        wrong.Count(context.Connection.RemoteIpAddress);
        return Refuse(problem);

        RazorComponentResult<StatusPage> Refuse(Problem why) =>
            new(new { Sentence = problems.Say(why), Typed = tanda }) { StatusCode = ProblemStatus.Of(why) };
    }

    /// <remarks>Only a button says it: programs that look at every link of a mail must not.</remarks>
    private static async Task<IResult> ConfirmAsync(string tanda, ConfirmAddress confirm, CancellationToken cancellationToken) =>
        (await confirm.RunAsync(tanda, cancellationToken)).TryGet(out _, out var problem)
            ? new RazorComponentResult<AddressPage>(new { IsDone = true })
            : ProblemAnswers.ToPage(problem);

    private static RazorComponentResult<ReportPage> Form(
        SubmitReport.Input typed, string? sentence = null, int status = StatusCodes.Status200OK) =>
        new(new { Typed = typed, Mark = Receipt.Draw().Text, Sentence = sentence }) { StatusCode = status };
}
