using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Terjaga.Accounts;
using Terjaga.Accounts.SignOn;

namespace Terjaga.App.Accounts.SignOn;

/// <summary>Sets up the sign-in of each ministry that has its own: code flow with PKCE (RFC 7636), and nothing but the id token.</summary>
internal static class MinistrySignOnScheme
{
    /// <summary>Where the person comes back to; one for each ministry, to be told to its provider.</summary>
    public const string CallbackPath = "/masuk/kembali/";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    /// <summary>Clocks of two houses may differ by so much.</summary>
    private static readonly TimeSpan _skew = TimeSpan.FromMinutes(1);

    extension(AuthenticationBuilder authentication)
    {
        public AuthenticationBuilder AddMinistrySignOns(AccountsOptions accounts)
        {
            authentication.Services.AddSingleton(new MinistrySignOns(accounts));
            foreach (var one in accounts.Oidc)
                authentication.AddOpenIdConnect(MinistrySignOns.SchemeOf(MinistrySignOns.MinistryOf(one)), options => SetUp(options, one));
            return authentication;
        }
    }

    private static void SetUp(OpenIdConnectOptions options, MinistrySignOn one)
    {
        options.Authority = one.Authority;
        options.ClientId = one.ClientId;
        options.ClientSecret = one.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(one.Authority).IsLoopback;
        options.CallbackPath = CallbackPath + one.Organisation;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.MapInboundClaims = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ClockSkew = _skew,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
        };
        // The operator named this one address; a redirect to another is not followed, and no proxy stands between.
        options.BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };
        options.BackchannelTimeout = _patience;
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            // The provider leads back by an address, not by a form: the lax cookie comes along.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events = MinistrySignOnEvents.Of(one);
    }
}
