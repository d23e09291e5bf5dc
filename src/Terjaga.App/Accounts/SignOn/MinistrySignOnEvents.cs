using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Terjaga.Accounts;
using Terjaga.Accounts.SignOn;
using Terjaga.App.Errors;

namespace Terjaga.App.Accounts.SignOn;

/// <summary>What happens when a person comes back from their ministry's sign-in: an officer's session, or one answer for all that is wrong.</summary>
internal static class MinistrySignOnEvents
{
    /// <summary>Carries the token of an invitation there and back, sealed.</summary>
    public const string InvitationItem = "undangan";

    private const string Issuer = "iss", Subject = "sub", Level = "acr";

    public static OpenIdConnectEvents Of(MinistrySignOn one) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.AcrValues = one.RequiredAcr;
            return Task.CompletedTask;
        },
        OnTokenValidated = context =>
        {
            if (context.Principal is not { } principal || !IsGood(one, principal))
                context.Fail("The token is not what this desk asks for.");
            return Task.CompletedTask;
        },
        OnTicketReceived = context => ReceiveAsync(one, context),
        OnRemoteFailure = context =>
        {
            context.Response.Redirect("/masuk?sebab=signin.failed");
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };

    private static bool IsGood(MinistrySignOn one, ClaimsPrincipal principal) =>
        principal.FindFirstValue(Issuer)?.TrimEnd('/') == MinistrySignOns.Issuer(one)
        && principal.FindFirstValue(Subject) is { Length: > 0 and <= BindSignOn.MaxSubjectLength }
        && (one.RequiredAcr is null || principal.FindFirstValue(Level) == one.RequiredAcr);

    private static async Task ReceiveAsync(MinistrySignOn one, TicketReceivedContext context)
    {
        context.HandleResponse();
        var (http, cancellationToken) = (context.HttpContext, context.HttpContext.RequestAborted);
        var name = new SignOnName(
            MinistrySignOns.MinistryOf(one), MinistrySignOns.Issuer(one), context.Principal?.FindFirstValue(Subject) ?? "");
        var result = context.Properties?.Items.TryGetValue(InvitationItem, out var token) == true
            ? await http.RequestServices.GetRequiredService<AcceptInvitation>().RunAsync(token, name, cancellationToken)
            : await http.RequestServices.GetRequiredService<SignInBySignOn>().RunAsync(name, cancellationToken);
        if (!result.TryGet(out var officer, out var problem))
        {
            await ProblemAnswers.ToPage(problem).ExecuteAsync(http);
            return;
        }

        var home = await Sessions.StartAsync(http, officer, Proof.Ministry);
        var back = OwnPath.Is(context.ReturnUri) && context.ReturnUri is not ("/" or "/meja") ? context.ReturnUri : home;
        // A page, not a redirect: the strict cookie is not sent on a way that began at another site.
        await new RazorComponentResult<SignedOnPage>(new { Path = back ?? home }).ExecuteAsync(http);
    }
}
