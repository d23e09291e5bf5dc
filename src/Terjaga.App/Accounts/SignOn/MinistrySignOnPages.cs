using Microsoft.AspNetCore.Authentication;
using Terjaga.Accounts;
using Terjaga.App.Errors;

namespace Terjaga.App.Accounts.SignOn;

/// <summary>Where the way to a ministry's own sign-in begins.</summary>
internal static class MinistrySignOnPages
{
    extension(IEndpointRouteBuilder routes)
    {
        public void MapMinistrySignOns() => routes.MapGet(MinistrySignOns.Path + "{kode}", Begin)
            .RequireRateLimiting(Sessions.SignInLimit).ExcludeFromDescription();
    }

    private static IResult Begin(string kode, string? undangan, string? lanjut, MinistrySignOns signOns)
    {
        if (!Ministry.TryParse(kode, out var ministry) || !signOns.Has(ministry))
            return ProblemAnswers.ToPage(new Problem("sign-on.unknown"));
        var properties = new AuthenticationProperties { RedirectUri = OwnPath.Is(lanjut) ? lanjut : "/meja" };
        if (undangan is not null)
            properties.Items[MinistrySignOnEvents.InvitationItem] = undangan;
        return TypedResults.Challenge(properties, [MinistrySignOns.SchemeOf(ministry)]);
    }
}
