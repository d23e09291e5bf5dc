using System.ComponentModel.DataAnnotations;

namespace Terjaga.Evidence.Custody;

/// <summary>Who confirms when a head of the custody log was there.</summary>
public sealed record StampOptions : IValidatableObject
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Evidence";

    /// <summary>Public address of a time-stamp authority (RFC 3161); null or empty where heads stand by their signature alone.</summary>
    public string? StampAuthority { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(StampAuthority) && !WebAddress.Parse(StampAuthority).TryGet(out _, out _))
            yield return new ValidationResult($"{Section}:StampAuthority: '{StampAuthority}' is no public web address.");
    }
}
