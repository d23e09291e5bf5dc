using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Terjaga.Accounts;
using Terjaga.App.Errors;
using Terjaga.App.Web;

namespace Terjaga.App.Accounts;

/// <summary>Keeps an officer signed in: a cookie that is checked against the account at every request.</summary>
internal static class Sessions
{
    /// <summary>Name of the rate limit of sign-ins.</summary>
    public const string SignInLimit = "sign-in";

    /// <summary>Without a request for so long, a session ends; OWASP ASVS 5.0 V7.3.1.</summary>
    private static readonly TimeSpan _idle = TimeSpan.FromMinutes(30);

    /// <summary>Sign-ins that one address may try in a minute.</summary>
    private const int MaxSignInsAMinute = 20;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddSessions(DeskOptions options)
        {
            services.AddDataProtection().SetApplicationName("terjaga")
                .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(options.DataFolder, "keys", "sessions")));
            services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
            {
                cookie.Cookie.Name = "terjaga";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = _idle;
                cookie.SlidingExpiration = true;
                cookie.Events.OnValidatePrincipal = CheckAsync;
                cookie.Events.OnRedirectToLogin = AskAsync;
                cookie.Events.OnRedirectToAccessDenied = context =>
                    ProblemAnswers.For(context.Request, new Problem("access.denied")).ExecuteAsync(context.HttpContext);
            });
            services.AddAuthorization();
            return services.AddRateLimiter(limits => limits
                .AddPolicy(SignInLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = MaxSignInsAMinute, Window = TimeSpan.FromMinutes(1) }))
                .RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        }
    }

    extension<TBuilder>(TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder
    {
        /// <summary>Opens an endpoint to those officers whose duty it is, and to nobody else.</summary>
        public TBuilder For(Duty duty) => endpoint.RequireAuthorization(policy => policy
            .RequireAuthenticatedUser()
            .RequireAssertion(c => c.Resource is HttpContext context
                && context.Items[SignedIn.ItemKey] is Acting acting && acting.Can(duty)))
            .WithMetadata(duty);
    }

    public static Task StartAsync(HttpContext context, Acting officer) => context.SignInAsync(
        SignedIn.PrincipalOf(officer, CookieAuthenticationDefaults.AuthenticationScheme));

    public static Task EndAsync(HttpContext context) => context.SignOutAsync();

    /// <remarks>At every request, so that an account that is closed is closed now.</remarks>
    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var check = context.HttpContext.RequestServices.GetRequiredService<CheckOfficer>();
        var acting = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await check.RunAsync(id, context.HttpContext.RequestAborted)
            : null;
        if (acting is null)
            context.RejectPrincipal();
        else
            context.HttpContext.Items[SignedIn.ItemKey] = acting;
    }

    private static Task AskAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        // Who brings a cookie was signed in once: say that the session is over, not that there never was one.
        var problem = new Problem(
            context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!) ? "session.expired" : "session.missing");
        if (context.Request.IsApi)
            return ProblemAnswers.ToHttp(problem).ExecuteAsync(context.HttpContext);

        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/meja";
        context.Response.Redirect($"/masuk?lanjut={Uri.EscapeDataString(back)}&sebab={problem.Code}");
        return Task.CompletedTask;
    }
}
