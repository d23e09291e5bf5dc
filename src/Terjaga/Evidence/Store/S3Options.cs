using System.ComponentModel.DataAnnotations;

namespace Terjaga.Evidence.Store;

/// <summary>An S3-compatible service that keeps the sealed files; without an endpoint they are in the data folder.</summary>
public sealed record S3Options : IValidatableObject
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Evidence:S3";

    /// <summary>Address of the service, for instance <c>https://s3.example.go.id</c>; null for the data folder.</summary>
    public Uri? Endpoint { get; init; }

    public string? Bucket { get; init; }

    /// <summary>The region that requests are signed for; most services that are not Amazon's take any.</summary>
    public string Region { get; init; } = "us-east-1";

    public string? KeyId { get; init; }

    public string? Secret { get; init; }

    /// <summary>Whether the operator named a service.</summary>
    public bool IsConfigured => Endpoint is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsConfigured && (string.IsNullOrEmpty(Bucket) || string.IsNullOrEmpty(KeyId) || string.IsNullOrEmpty(Secret)))
            yield return new ValidationResult($"{Section} needs Bucket, KeyId and Secret beside Endpoint.");
    }
}
