namespace Terjaga.Screening.Identifiers;

/// <summary>An age, or a range of ages, in years.</summary>
/// <param name="Min">Null for an open side.</param>
/// <param name="Max">Null for an open side.</param>
public sealed record AgeRange(int? Min, int? Max)
{
    /// <summary>Age from which a migrant worker may be placed.</summary>
    /// <remarks>UU 18/2017, article 5 letter a.</remarks>
    public const int Adult = 18;

    /// <summary>Whether somebody below the legal age is among those meant.</summary>
    public bool IsMinor => (Min ?? Max) < Adult;
}
