using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Layout;
using Terjaga.App.Web;

namespace Terjaga.App.Accounts;

/// <summary>Keeps an officer signed in: a cookie that names a session, and the session is checked at every request.</summary>
internal static class Sessions
{
    /// <summary>Name of the rate limit of sign-ins.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Header of what a page asks by itself, without its reader.</summary>
    private const string ByItself = "Terjaga-By-Itself";

    /// <summary>The officer's own account.</summary>
    public const string AccountPath = "/meja/akun";

    /// <summary>As long as the longest session; the session itself ends sooner when nobody uses it.</summary>
    private static readonly TimeSpan _cookieTime = TimeSpan.FromHours(12);

    extension(AuthenticationBuilder authentication)
    {
        public AuthenticationBuilder AddSessionCookie(bool isSecure) => authentication.AddCookie(cookie =>
        {
            // The prefix binds it to this host and to https: a neighbour under the same domain cannot plant one (RFC 6265bis).
            cookie.Cookie.Name = isSecure ? "__Host-terjaga" : "terjaga";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.Path = "/";
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.ExpireTimeSpan = _cookieTime;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = CheckAsync;
            cookie.Events.OnRedirectToLogin = AskAsync;
            cookie.Events.OnRedirectToAccessDenied = RefuseAsync;
        });
    }

    extension<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Opens an endpoint to those officers whose duty it is, and to nobody else.</summary>
        public TBuilder For(Duty duty) => endpoint.RequireAuthorization(policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(c => c.Resource is HttpContext context
                && SignedIn.Of(context) is { } by && by.Officer.Can(duty) && (!by.NeedsFactor || duty == Duty.OwnAccount)))
            .WithMetadata(duty);
    }

    /// <summary>Begins a session, and gives the page that is this officer's first.</summary>
    public static async Task<string> StartAsync(HttpContext context, Acting officer, Proof proof)
    {
        var services = context.RequestServices;
        var id = await services.GetRequiredService<StartSession>().RunAsync(
            officer, proof, SessionOrigin.Of(context.Request.Headers.UserAgent, context.Connection.RemoteIpAddress), context.RequestAborted);
        await context.SignInAsync(SignedIn.PrincipalOf(id, CookieAuthenticationDefaults.AuthenticationScheme));
        if (proof == Proof.Password && services.GetRequiredService<AccountsOptions>().SecondFactor == SecondFactor.Required)
            return AccountPath;
        return officer.Can(Duty.ReadCases) ? "/meja" : "/meja/petugas";
    }

    /// <summary>Ends the session itself, not only its cookie.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        if (SignedIn.Of(context) is { } by)
            await context.RequestServices.GetRequiredService<EditSessions>().LeaveAsync(by.SessionId, context.RequestAborted);
        await context.SignOutAsync();
    }

    /// <remarks>At every request, so that an account that is closed is closed now.</remarks>
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<CheckSession>();
        var open = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.Sid), out var id)
            ? await check.RunAsync(id, isUsed: !context.Request.Headers.ContainsKey(ByItself), context.HttpContext.RequestAborted)
            : null;
        if (open is null)
            context.RejectPrincipal();
        else
            context.HttpContext.Items[SignedIn.ItemKey] = new SignedIn(open.Officer, open.SessionId, open.NeedsFactor);
    }

    private static async Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Who brings a cookie was signed in once: say that the session is over, not that there never was one.
        var problem = new Problem(
            context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!) ? "session.expired" : "session.missing");
        if (context.Request.IsApi)
        {
            await ProblemAnswers.ToHttp(problem).ExecuteAsync(context.HttpContext);
            return;
        }

        // Who wrote for longer than the session lasted gets the words back before anything else.
        if (problem.Code == "session.expired" && await TypedForm.ReadAsync(context.HttpContext))
        {
            await ProblemAnswers.ToPage(problem).ExecuteAsync(context.HttpContext);
            return;
        }

        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/meja";
        context.Response.Redirect($"/masuk?lanjut={Uri.EscapeDataString(back)}&sebab={problem.Code}");
    }

    private static async Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var needsFactor = SignedIn.Of(context.HttpContext)?.NeedsFactor == true;
        if (!needsFactor || context.Request.IsApi)
        {
            _ = await TypedForm.ReadAsync(context.HttpContext);
            await ProblemAnswers.For(context.Request, new Problem(needsFactor ? "access.factor-missing" : "access.denied"))
                .ExecuteAsync(context.HttpContext);
            return;
        }

        context.Response.Redirect(AccountPath);
    }
}
