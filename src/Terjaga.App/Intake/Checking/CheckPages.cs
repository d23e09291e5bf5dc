using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.App.Words;

namespace Terjaga.App.Intake.Checking;

/// <summary>The public check of an offer: the form, the answer, the card to share, and the box for other sites.</summary>
internal static class CheckPages
{
    public const string Path = "/cek";

    private static readonly ReportForm.Names _names = new("", "teks", "", "", "gambar");

    extension(IEndpointRouteBuilder routes)
    {
        public void MapCheckPages()
        {
            routes.MapGet(Path, () => new RazorComponentResult<CheckPage>()).ExcludeFromDescription();
            routes.MapPost(Path, CheckAsync).TakesPictures().ExcludeFromDescription();
            routes.MapGet(Path + "/kotak", () => new RazorComponentResult<CheckBoxPage>())
                .WithMetadata(new MayBeFramed()).ExcludeFromDescription();
            routes.MapGet(Path + "/kartu.png", CheckCard.Answer).ExcludeFromDescription();
        }
    }

    /// <remarks>The answer comes by POST, so that what was asked stands in no address, no history and no log of a proxy.</remarks>
    private static async Task<IResult> CheckAsync(
        HttpRequest request, ReadOffer read, CheckRates rates, IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            return ProblemAnswers.ToPage(new Problem("media-type.unsupported"));
        if (!rates.MayCheck(request.HttpContext.Connection.RemoteIpAddress))
            return Form(null, new Problem("rate.limited"), problems);
        if (!(await ReportForm.ReadAsync(request, _names, key: null, cancellationToken)).TryGet(out var typed, out var problem))
            return Form(null, problem, problems);
        return (await read.RunAsync(typed.Text, typed.Pictures, "page", cancellationToken)).TryGet(out var answer, out problem)
            ? new RazorComponentResult<CheckAnswerPage>(new { Answer = answer })
            : Form(typed.Text, problem, problems);
    }

    private static RazorComponentResult<CheckPage> Form(string? typed, Problem problem, IStringLocalizer<Problems> problems) =>
        new(new { Typed = typed, Sentence = problems.Say(problem) }) { StatusCode = ProblemStatus.Of(problem) };
}
