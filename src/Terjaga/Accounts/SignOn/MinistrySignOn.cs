namespace Terjaga.Accounts.SignOn;

/// <summary>A ministry's own sign-in (OpenID Connect Core 1.0), as the operator named it.</summary>
public sealed record MinistrySignOn
{
    /// <summary>Code of the organisation whose officers come in by it, and of no other.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Address of the provider; <c>/.well-known/openid-configuration</c> is below it.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>What the provider must say of how the officer proved who they are (claim <c>acr</c>); null to ask for nothing.</summary>
    public string? RequiredAcr { get; init; }
}
