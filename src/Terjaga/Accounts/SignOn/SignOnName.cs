namespace Terjaga.Accounts.SignOn;

/// <summary>Who somebody is at their ministry's sign-in: never their mail address, which can pass to another person.</summary>
/// <param name="Issuer">Claim <c>iss</c>, exactly.</param>
/// <param name="Subject">Claim <c>sub</c>, exactly.</param>
public sealed record SignOnName(Ministry Ministry, string Issuer, string Subject);
