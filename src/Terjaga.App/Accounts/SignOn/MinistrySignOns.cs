using Terjaga.Accounts;
using Terjaga.Accounts.SignOn;

namespace Terjaga.App.Accounts.SignOn;

/// <summary>Which ministries brought their own sign-in, and where it begins.</summary>
public sealed class MinistrySignOns(AccountsOptions options)
{
    /// <summary>Above the page where each begins.</summary>
    internal const string Path = "/masuk/kementerian/";

    public IEnumerable<Ministry> All => options.Oidc.Select(MinistryOf);

    public bool Has(Ministry ministry) => All.Contains(ministry);

    /// <summary>Throws where the ministry has none.</summary>
    public string IssuerOf(Ministry ministry) => Issuer(options.Oidc.First(one => MinistryOf(one) == ministry));

    /// <param name="invitation">The token of an invitation that is accepted by it; null for a sign-in.</param>
    public string PathOf(Ministry ministry, string? invitation = null) =>
        Path + ministry.Code + (invitation is null ? "" : "?undangan=" + Uri.EscapeDataString(invitation));

    internal static string SchemeOf(Ministry ministry) => "ministry-" + ministry.Code;

    internal static Ministry MinistryOf(MinistrySignOn one) => Ministry.TryParse(one.Organisation, out var ministry) ? ministry : default;

    /// <summary>The provider calls itself what the operator calls it; OpenID Connect Discovery 1.0 section 4.3.</summary>
    internal static string Issuer(MinistrySignOn one) => one.Authority.TrimEnd('/');
}
