using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Terjaga.Accounts;
using Terjaga.Accounts.Factors;
using Terjaga.App.Accounts.Factors;
using Terjaga.App.Accounts.SignOn;
using Terjaga.App.Takedown.Platforms;

namespace Terjaga.App.Accounts;

/// <summary>Registers what signing in needs of the web: cookies, sealed steps, passkeys, ministries' own sign-in, a limit of rate.</summary>
internal static class SessionsArea
{
    /// <summary>Sign-ins that one address may try in a minute.</summary>
    private const int MaxSignInsAMinute = 20;

    extension(IServiceCollection services)
    {
        public IServiceCollection AddSessions(DeskOptions desk, AccountsOptions accounts)
        {
            services.AddDataProtection().SetApplicationName("terjaga")
                .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(desk.DataFolder, "keys", "sessions")));
            services.AddSingleton<StepTicket>().AddSingleton(s => NewCodeKeys(s.GetRequiredService<IDataProtectionProvider>()));
            services.AddPasskeys(desk);
            services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
                .AddSessionCookie(IsSecure(desk))
                .AddRecipients(IsSecure(desk))
                .AddMinistrySignOns(accounts);
            services.AddAuthorization();
            return services.AddRateLimiter(limits => limits.AddRecipientCalls()
                .AddPolicy(Sessions.SignInLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = MaxSignInsAMinute, Window = TimeSpan.FromMinutes(1) }))
                .RejectionStatusCode = StatusCodes.Status429TooManyRequests);
        }

        private void AddPasskeys(DeskOptions desk)
        {
            services.AddIdentityCore<PasskeyHolder>().AddUserStore<PasskeyHolderStore>();
            services.AddScoped<IPasskeyHandler<PasskeyHolder>, PasskeyHandler<PasskeyHolder>>().AddScoped<PasskeyCeremony>();
            services.Configure<IdentityPasskeyOptions>(passkeys =>
            {
                // A finger, a face or a PIN each time: the key alone would be one factor.
                passkeys.UserVerificationRequirement = "required";
                passkeys.ResidentKeyRequirement = "required";
                passkeys.AttestationConveyancePreference = "none";
                passkeys.ServerDomain = IsSecure(desk) ? desk.PublicUrl.IdnHost : null;
                // Not the header Origin, which our own policy of referrers empties.
                passkeys.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == OriginOf(desk, context.HttpContext.Request));
            });
        }
    }

    private static bool IsSecure(DeskOptions desk) => desk.PublicUrl.Scheme == Uri.UriSchemeHttps;

    private static string OriginOf(DeskOptions desk, HttpRequest request) =>
        IsSecure(desk) ? desk.PublicUrl.GetLeftPart(UriPartial.Authority) : $"{request.Scheme}://{request.Host}";

    private static CodeKeys NewCodeKeys(IDataProtectionProvider protection)
    {
        var protector = protection.CreateProtector("terjaga.code-keys");
        return new CodeKeys(protector.Protect, text => SealedText.Open(protector, text));
    }
}
