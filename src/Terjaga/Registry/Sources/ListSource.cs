namespace Terjaga.Registry.Sources;

/// <summary>Where an office publishes a list of its own.</summary>
public sealed record ListSource
{
    /// <summary>Longest time between two looks, in hours: a week.</summary>
    public const int MaxHours = 168;

    public RegistryList List { get; init; }

    /// <summary>A public <c>https</c> address of a CSV, XLSX or JSON file.</summary>
    public string Address { get; init; } = "";

    /// <summary>Time between two looks, in hours.</summary>
    public int Hours { get; init; } = 24;
}
