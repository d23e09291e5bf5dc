namespace Terjaga.Casework.Appeals;

/// <summary>How an appeal stands.</summary>
public enum AppealState
{
    /// <summary>Waits for an officer who had not decided before.</summary>
    Open,

    /// <summary>The decision is reversed.</summary>
    Upheld,

    /// <summary>The decision stands.</summary>
    Rejected,
}
