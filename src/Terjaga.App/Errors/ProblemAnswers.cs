using Microsoft.Extensions.Localization;
using Terjaga.App.Web;
using Terjaga.App.Words;

namespace Terjaga.App.Errors;

/// <summary>Turns what a person can mend into an answer: JSON for a program, a page for a reader.</summary>
public static class ProblemAnswers
{
    /// <summary>Wait before the next try while a part of the desk is away, in seconds.</summary>
    internal const int RetryAfterSeconds = 30;

    /// <summary>RFC 9457 problem with the code and the sentence in the reader's language.</summary>
    public static IResult ToHttp(Problem problem) => new ProblemAnswer(problem, AsPage: false);

    /// <param name="more">Further members of the problem, such as what the caller did not know.</param>
    internal static IResult ToHttp(Problem problem, IReadOnlyDictionary<string, object?> more) => new ProblemAnswer(problem, AsPage: false, More: more);

    /// <summary>A whole friendly page with the sentence, where there is no form to show it in.</summary>
    public static IResult ToPage(Problem problem) => new ProblemAnswer(problem, AsPage: true);

    /// <summary>JSON under /api, a page elsewhere.</summary>
    public static IResult For(HttpRequest request, Problem problem) => new ProblemAnswer(problem, AsPage: !request.IsApi);

    extension(IStringLocalizer<Problems> words)
    {
        /// <summary>The sentence in the reader's language; a code without one gets the sentence of <c>request.invalid</c>.</summary>
        public string Say(Problem problem)
        {
            var sentence = words[problem.Code, problem.Values];
            return sentence.ResourceNotFound ? words["request.invalid"] : sentence.Value;
        }
    }
}
