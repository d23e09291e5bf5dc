using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Terjaga.Accounts;
using Terjaga.App.Accounts.SignOn;
using Terjaga.App.Errors;
using Terjaga.App.Words;

namespace Terjaga.App.Accounts;

/// <summary>The page on which an invited person becomes an officer.</summary>
internal static class InvitationPages
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapInvitationPages()
        {
            routes.MapGet("/undangan/{token}", ShowAsync).ExcludeFromDescription();
            routes.MapPost("/undangan/{token}", JoinAsync).RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
        }
    }

    private static Task<IResult> ShowAsync(
        string token, AcceptInvitation accept, MinistrySignOns signOns, CancellationToken cancellationToken) =>
        ToPageAsync(token, accept, signOns, null, StatusCodes.Status200OK, cancellationToken);

    private static async Task<IResult> JoinAsync(
        string token, [FromForm] string? sandi, AcceptInvitation accept, MinistrySignOns signOns, HttpContext context,
        IStringLocalizer<Problems> problems, CancellationToken cancellationToken)
    {
        if ((await accept.RunAsync(new(token, sandi), cancellationToken)).TryGet(out var officer, out var problem))
            return TypedResults.LocalRedirect(await Sessions.StartAsync(context, officer, Proof.Password));
        return await ToPageAsync(token, accept, signOns, problems.Say(problem), ProblemStatus.Of(problem), cancellationToken);
    }

    private static async Task<IResult> ToPageAsync(
        string token, AcceptInvitation accept, MinistrySignOns signOns, string? sentence, int status, CancellationToken cancellationToken) =>
        (await accept.LookAsync(token, cancellationToken)).TryGet(out var invited, out var gone)
            ? new RazorComponentResult<InvitationPage>(new
            {
                Invited = invited,
                Problem = sentence,
                SignOn = signOns.Has(invited.Ministry) ? signOns.PathOf(invited.Ministry, token) : null,
            })
            { StatusCode = status }
            : ProblemAnswers.ToPage(gone);
}
