using System.Reflection;
using System.Security.Claims;
using Terjaga.Accounts;

namespace Terjaga.App.Accounts;

/// <summary>The officer behind a request, as an endpoint's parameter.</summary>
public sealed record SignedIn(Acting Officer)
{
    /// <summary>Where the check of each request leaves the officer for the endpoint.</summary>
    internal const string ItemKey = "terjaga.officer";

    /// <summary>Null where nobody is signed in; an endpoint that asks for a duty never sees that.</summary>
    public static ValueTask<SignedIn?> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(
        context.Items[ItemKey] is Acting acting ? new SignedIn(acting) : null);

    internal static ClaimsPrincipal PrincipalOf(Acting officer, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, officer.OfficerId.ToString("D"))], scheme));
}
