namespace Terjaga.Evidence;

/// <summary>Why a place was looked at.</summary>
public enum CaptureOccasion
{
    /// <summary>Somebody reported it.</summary>
    Report,

    /// <summary>It is to be ordered down: a second look, independent of the first.</summary>
    Order,

    /// <summary>It was ordered down, and is watched until it is gone; without a picture.</summary>
    Watch,
}
