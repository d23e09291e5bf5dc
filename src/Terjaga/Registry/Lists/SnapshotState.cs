namespace Terjaga.Registry.Lists;

/// <summary>What has become of a snapshot of a list.</summary>
public enum SnapshotState
{
    /// <summary>Its rows are being read; what is left in this state by a crash counts for nothing.</summary>
    Reading,

    /// <summary>Waits for a person.</summary>
    Waiting,

    /// <summary>The desk answers by it.</summary>
    Live,

    /// <summary>Another one took its place.</summary>
    Replaced,

    /// <summary>A person did not take it.</summary>
    Refused,
}
