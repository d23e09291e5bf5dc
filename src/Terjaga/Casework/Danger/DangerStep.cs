namespace Terjaga.Casework.Danger;

/// <summary>What an officer for people in danger can do with a file.</summary>
public enum DangerStep
{
    /// <summary>I look after it; from a colleague only with a reason.</summary>
    Take,

    /// <summary>The first response was given: what was done, and by which channel.</summary>
    Answer,

    /// <summary>Another office was asked to help.</summary>
    Refer,

    /// <summary>It is less urgent than the machine took it for.</summary>
    Lower,

    /// <summary>It is more urgent.</summary>
    Raise,

    /// <summary>A removal cannot harm a rescue.</summary>
    Release,

    /// <summary>A removal must wait; maybe until a date, after which it is asked again.</summary>
    Wait,

    /// <summary>It has come to an end.</summary>
    Close,
}
