namespace Terjaga.Casework.Danger;

/// <summary>How soon a person in danger must be answered; the most urgent first.</summary>
public enum DangerLevel
{
    /// <summary>Life or liberty in danger now.</summary>
    P0,

    /// <summary>A serious risk, but not this minute.</summary>
    P1,
}
