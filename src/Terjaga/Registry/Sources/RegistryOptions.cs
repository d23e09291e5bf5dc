using System.ComponentModel.DataAnnotations;

namespace Terjaga.Registry.Sources;

/// <summary>Where official lists are fetched, and who is told when one needs a person.</summary>
public sealed record RegistryOptions : IValidatableObject
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Registry";

    /// <summary>One for a list at most; empty where lists are brought by hand.</summary>
    public IReadOnlyList<ListSource> Sources { get; init; } = [];

    /// <summary>Address that is written to when a list shrinks, ages or cannot be fetched; null where nobody is.</summary>
    [EmailAddress]
    public string? AlarmMail { get; init; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var source in Sources)
        {
            if (!WebAddress.Parse(source.Address).TryGet(out var address, out _) || address.ToUri().Scheme != Uri.UriSchemeHttps)
                yield return new ValidationResult($"{Section}:Sources: '{source.Address}' is no public https address.");
            if (source.Hours is < 1 or > ListSource.MaxHours)
                yield return new ValidationResult($"{Section}:Sources: Hours is 1 to {ListSource.MaxHours}, not {source.Hours}.");
        }

        if (Sources.DistinctBy(source => source.List).Count() != Sources.Count)
            yield return new ValidationResult($"{Section}:Sources: a list has one source at most.");
    }
}
