namespace Terjaga.Casework.Danger;

/// <summary>The three lists of danger files.</summary>
public enum DangerStage
{
    /// <summary>Without a first response.</summary>
    Waiting,

    /// <summary>Answered, and not at an end.</summary>
    InHand,

    Closed,
}
