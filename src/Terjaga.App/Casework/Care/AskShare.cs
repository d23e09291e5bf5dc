using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Words;
using Terjaga.Casework.Care;

namespace Terjaga.App.Casework.Care;

/// <summary>Answers for a picture that was not shown: past today's share with the question why it is needed, else with the problem.</summary>
internal sealed class AskShare(OpenMaterial care, IStringLocalizer<Problems> problems)
{
    /// <param name="path">Of the picture, to which the reason is sent too.</param>
    public async Task<IResult> AnswerAsync(Acting by, string path, Problem problem, CancellationToken cancellationToken)
    {
        if (problem.Code != CareArea.ShareReached && !problem.Code.StartsWith("reason.", StringComparison.Ordinal) && problem.Code != "text.invalid")
            return ProblemAnswers.ToPage(problem);
        var share = await care.LookAsync(by.Actor, cancellationToken);
        return new RazorComponentResult<SharePage>(new
        {
            Officer = by,
            Share = share,
            Action = path,
            Problem = problem.Code == CareArea.ShareReached ? null : problems.Say(problem),
        })
        { StatusCode = ProblemStatus.Of(problem) };
    }
}
