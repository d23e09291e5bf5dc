using System.Reflection;
using System.Security.Claims;
using Terjaga.Accounts;

namespace Terjaga.App.Accounts;

/// <summary>The officer behind a request, as an endpoint's parameter.</summary>
/// <param name="SessionId">The session in which they act.</param>
/// <param name="NeedsFactor">True until a second factor is set up, where the desk asks for one.</param>
public sealed record SignedIn(Acting Officer, Guid SessionId = default, bool NeedsFactor = false)
{
    /// <summary>Where the check of each request leaves the officer for the endpoint.</summary>
    internal const string ItemKey = "terjaga.officer";

    /// <summary>Null where nobody is signed in; an endpoint that asks for a duty never sees that.</summary>
    public static ValueTask<SignedIn?> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(Of(context));

    internal static SignedIn? Of(HttpContext context) => context.Items[ItemKey] as SignedIn;

    internal static ClaimsPrincipal PrincipalOf(Guid sessionId, string scheme) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Sid, sessionId.ToString("D"))], scheme));
}
