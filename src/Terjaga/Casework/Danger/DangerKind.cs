namespace Terjaga.Casework.Danger;

/// <summary>What kind of danger a report speaks of, by which its reporter is told what to do.</summary>
public enum DangerKind
{
    /// <summary>Held, hurt, or not free to leave; also where the signs do not tell the kind.</summary>
    Captive,

    /// <summary>Somebody wants to end their life.</summary>
    Suicide,

    /// <summary>A relative is not heard of any more.</summary>
    Missing,

    /// <summary>Somebody is about to leave with signs of deceit.</summary>
    Leaving,

    /// <summary>Whoever reports is threatened.</summary>
    Threatened,
}
