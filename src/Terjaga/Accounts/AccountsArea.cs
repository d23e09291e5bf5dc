using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Terjaga.Accounts;

/// <summary>Registers accounts: officers, invitations, and how they sign in.</summary>
public static class AccountsArea
{
    /// <summary>Wrong passwords before an account rests; OWASP ASVS 5.0 V6.3.1.</summary>
    private const int MaxFailures = 5;

    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(15);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddAccounts()
        {
            services.AddIdentityCore<Officer>(options =>
            {
                options.Password = new PasswordOptions
                {
                    RequiredLength = Passwords.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
                options.Lockout.MaxFailedAccessAttempts = MaxFailures;
                options.Lockout.DefaultLockoutTimeSpan = _rest;
            }).AddUserStore<OfficerStore>();
            return services
                .AddScoped(s => new SignIn(
                    s.GetRequiredService<UserManager<Officer>>(), s.GetRequiredService<ILogger<SignIn>>()))
                .AddScoped(s => new AcceptInvitation(
                    s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<UserManager<Officer>>(),
                    s.GetRequiredService<TimeProvider>()))
                .AddScoped<InviteOfficer>()
                .AddScoped<PrepareFirstStart>()
                .AddScoped<CheckOfficer>()
                .AddScoped<ListOfficers>()
                .AddScoped<DisableOfficer>()
                .AddScoped<EditPartnerKeys>()
                .AddSingleton<KnownPartnerKeys>()
                .AddScoped<CheckPartnerKey>();
        }
    }
}
