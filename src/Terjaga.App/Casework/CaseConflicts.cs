using Terjaga.App.Errors;
using Terjaga.Casework;

namespace Terjaga.App.Casework;

/// <summary>The answer to a program that decided on a case as it no longer is: with what it saw, what is now, and what happened between.</summary>
internal static class CaseConflicts
{
    public const string Code = "case.changed";

    public static async Task<IResult> AnswerAsync(Problem problem, Guid id, int version, ReadNews news, CancellationToken cancellationToken) =>
        problem.Code == Code && await news.RunAsync(id, version, cancellationToken) is { } found
            ? ProblemAnswers.ToHttp(problem, new Dictionary<string, object?>
            {
                ["yourVersion"] = found.YourVersion,
                ["version"] = found.Version,
                ["events"] = found.Events,
            })
            : ProblemAnswers.ToHttp(problem);
}
