namespace Terjaga.Screening.Images.Pdq;

/// <summary>The eight ways in which somebody may turn or mirror a picture.</summary>
public enum PdqOrientation
{
    Original,

    /// <summary>A quarter, against the clock.</summary>
    Turned90,

    Turned180,

    /// <summary>Three quarters, against the clock.</summary>
    Turned270,

    /// <summary>Top and bottom exchanged.</summary>
    UpsideDown,

    /// <summary>Left and right exchanged.</summary>
    Mirrored,

    /// <summary>Rows and columns exchanged: the top left corner stays.</summary>
    Transposed,

    /// <summary>Rows and columns exchanged over the other diagonal: the top right corner stays.</summary>
    TransposedAcross,
}
