namespace Terjaga.Evidence.Browsing;

/// <summary>Which browser draws the pages that are kept as evidence.</summary>
public sealed record BrowserOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Browser";

    /// <summary>The program, by name or path; empty to keep pages without a picture.</summary>
    public string Program { get; init; } = "chromium";
}
