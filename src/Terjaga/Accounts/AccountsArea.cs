using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Terjaga.Accounts.Factors;
using Terjaga.Accounts.SignOn;

namespace Terjaga.Accounts;

/// <summary>Registers accounts: officers, invitations, and how they sign in.</summary>
public static class AccountsArea
{
    /// <summary>Wrong passwords before an account rests; OWASP ASVS 5.0 V6.3.1.</summary>
    private const int MaxFailures = 5;

    private static readonly TimeSpan _rest = TimeSpan.FromMinutes(15);

    extension(IServiceCollection services)
    {
        public IServiceCollection AddAccounts(AccountsOptions accounts)
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
            return services.AddSingleton(accounts).AddFactors()
                .AddScoped(s => new SignIn(
                    s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<UserManager<Officer>>(),
                    s.GetRequiredService<CheckCode>(), s.GetRequiredService<ILogger<SignIn>>()))
                .AddScoped(s => new AcceptInvitation(
                    s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<UserManager<Officer>>(),
                    s.GetRequiredService<TimeProvider>()))
                .AddScoped<EditOrganisations>()
                .AddScoped<ImportOrganisations>()
                .AddScoped<InviteOfficer>()
                .AddScoped<EditInvitations>()
                .AddScoped<ResetOfficer>()
                .AddScoped<PrepareFirstStart>()
                .AddScoped<CheckSession>()
                .AddScoped<StartSession>()
                .AddScoped<EditSessions>()
                .AddScoped<ListOfficers>()
                .AddScoped<DisableOfficer>()
                .AddScoped<EditPartnerKeys>()
                .AddSingleton<KnownPartnerKeys>()
                .AddScoped<CheckPartnerKey>();
        }

        private IServiceCollection AddFactors() => services
            .AddScoped<CheckCode>()
            .AddScoped<ReadPasskeys>()
            .AddScoped<EditPasskeys>()
            .AddScoped<EditCodes>()
            .AddScoped<SignInByPasskey>()
            .AddScoped(s => new ChangePassword(
                s.GetRequiredService<TerjagaDb>(), s.GetRequiredService<UserManager<Officer>>(), s.GetRequiredService<TimeProvider>()))
            .AddScoped<BindSignOn>()
            .AddScoped<SignInBySignOn>();
    }
}
