using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.RateLimiting;
using Terjaga.App.Web;
using Terjaga.Takedown.Answers;

namespace Terjaga.App.Takedown.Platforms;

/// <summary>How a recipient proves who it is: its key at each call, or a cookie of its own that the key opened and that ends with it.</summary>
internal static class RecipientSessions
{
    /// <summary>Of the cookie; no officer's cookie is read under it.</summary>
    public const string Scheme = "recipient-session";

    /// <summary>Name of the limit of rate of calls.</summary>
    public const string CallLimit = "recipient-calls";

    /// <summary>Where a recipient signs in.</summary>
    public const string SignInPath = "/penerima/masuk";

    /// <summary>Calls of one address in a minute: 50,000 answers are 50, and a recipient may have many programs behind one address.</summary>
    private const int MaxCallsAMinute = 600;

    /// <summary>Half a day, as the longest session of an officer.</summary>
    private static readonly TimeSpan _cookieTime = TimeSpan.FromHours(12);

    extension(AuthenticationBuilder authentication)
    {
        public AuthenticationBuilder AddRecipients(bool isSecure) => authentication
            .AddScheme<AuthenticationSchemeOptions, RecipientKeyHandler>(RecipientKeyHandler.SchemeName, null)
            .AddCookie(Scheme, cookie =>
            {
                // The prefix binds it to this host and to https (RFC 6265bis).
                cookie.Cookie.Name = isSecure ? "__Host-terjaga-penerima" : "terjaga-penerima";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.Path = "/";
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = _cookieTime;
                cookie.SlidingExpiration = false;
                cookie.Events.OnValidatePrincipal = CheckAsync;
                cookie.Events.OnRedirectToLogin = AskAsync;
                cookie.Events.OnRedirectToAccessDenied = AskAsync;
            });
    }

    extension(RateLimiterOptions limits)
    {
        public RateLimiterOptions AddRecipientCalls() => limits.AddPolicy(CallLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            Customer.Of(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = MaxCallsAMinute, Window = TimeSpan.FromMinutes(1) }));
    }

    extension<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Opens a call to recipients with their key.</summary>
        public TBuilder ForRecipientKey() => endpoint.ForRecipient(RecipientKeyHandler.SchemeName).RequireRateLimiting(CallLimit);

        /// <summary>Opens a page to recipients who signed in with their key.</summary>
        public TBuilder ForRecipientSession() => endpoint.ForRecipient(Scheme).ExcludeFromDescription();

        private TBuilder ForRecipient(string scheme) => endpoint
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(scheme).RequireAuthenticatedUser()).WithMetadata(new ForRecipients(scheme));
    }

    /// <summary>Opens the session that ends with the key.</summary>
    public static Task StartAsync(HttpContext context, CheckRecipientKey.Holder holder) =>
        context.SignInAsync(Scheme, AsRecipient.Enter(context, holder, Scheme));

    /// <remarks>At every request, so that a key that is revoked is revoked now.</remarks>
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<CheckRecipientKey>();
        if (Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.Sid), out var id)
            && (await check.AgainAsync(id, context.HttpContext.RequestAborted)).TryGet(out var holder, out _))
        {
            AsRecipient.Enter(context.HttpContext, holder, Scheme);
        }
        else
        {
            context.RejectPrincipal();
        }
    }

    private static Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(SignInPath);
        return Task.CompletedTask;
    }
}
