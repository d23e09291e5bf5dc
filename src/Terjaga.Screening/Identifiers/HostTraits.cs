namespace Terjaga.Screening.Identifiers;

/// <summary>What the name of a host says.</summary>
[Flags]
internal enum HostTraits
{
    None = 0,

    /// <summary>Hides where it leads.</summary>
    Shortener = 1,

    /// <summary>Puts on the name of an office.</summary>
    Lookalike = 2,

    /// <summary>Belongs to an office.</summary>
    Official = 4,
}
