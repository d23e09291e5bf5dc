using System.ComponentModel.DataAnnotations;
using Terjaga.Accounts.SignOn;

namespace Terjaga.Accounts;

/// <summary>What the operator chose for officers' accounts.</summary>
public sealed record AccountsOptions : IValidatableObject
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Accounts";

    public SecondFactor SecondFactor { get; init; } = SecondFactor.Required;

    /// <summary>Sign-ins of ministries' own; at most one for each organisation.</summary>
    public IReadOnlyList<MinistrySignOn> Oidc { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Enum.IsDefined(SecondFactor))
            yield return new ValidationResult("Accounts:SecondFactor is required or optional.");
        if (Oidc.Any(one => !IsSound(one)))
            yield return new ValidationResult("Accounts:Oidc needs Organisation, ClientId, and an https address as Authority.");
        if (Oidc.DistinctBy(one => one.Organisation, StringComparer.OrdinalIgnoreCase).Count() != Oidc.Count)
            yield return new ValidationResult("Accounts:Oidc names an organisation twice.");
    }

    private static bool IsSound(MinistrySignOn one) =>
        Ministry.TryParse(one.Organisation, out _) && one.ClientId.Length > 0
        && Uri.TryCreate(one.Authority, UriKind.Absolute, out var authority)
        && (authority.Scheme == Uri.UriSchemeHttps || authority is { IsLoopback: true, Scheme: "http" });
}
