using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.App.Layout;
using Terjaga.App.Words;

namespace Terjaga.App.Errors;

/// <summary>The answer to a request that ends with a problem.</summary>
/// <param name="More">Further members of a JSON answer; null for none.</param>
/// <param name="Incident">What the reader can name when asking for help; null unless the fault is ours.</param>
internal sealed record ProblemAnswer(Problem Problem, bool AsPage, string? Incident = null, IReadOnlyDictionary<string, object?>? More = null) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var status = ProblemStatus.Of(Problem);
        var services = httpContext.RequestServices;
        var sentence = services.GetRequiredService<IStringLocalizer<Problems>>().Say(Problem);
        if (status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = ProblemAnswers.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return AsPage
            ? Page(status, sentence).ExecuteAsync(httpContext)
            : Json(status, services.GetRequiredService<IStringLocalizer<LayoutWords>>()["problem.title"], sentence)
                .ExecuteAsync(httpContext);
    }

    private ProblemHttpResult Json(int status, string title, string sentence)
    {
        var extensions = new Dictionary<string, object?>(More ?? new Dictionary<string, object?>()) { ["code"] = Problem.Code };
        if (Incident is not null)
            extensions["incident"] = Incident;
        return TypedResults.Problem(
            sentence, title: title, statusCode: status, type: $"urn:terjaga:problem:{Problem.Code}", extensions: extensions);
    }

    private RazorComponentResult<ProblemPage> Page(int status, string sentence) =>
        new(new { Code = Problem.Code, Sentence = sentence, Incident }) { StatusCode = status };
}
