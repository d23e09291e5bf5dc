namespace Terjaga.Transparency.Figures;

/// <summary>What is counted, hour by hour.</summary>
internal enum Measure
{
    /// <summary>That the hour was counted at all.</summary>
    Counted,

    /// <summary>Reports that came; bucket 1 for those of somebody who may be in danger.</summary>
    Reports,

    /// <summary>Events of cases and orders, by their kind.</summary>
    Events,

    /// <summary>How long a step took, by the step; the bucket is a step of <see cref="DurationScale"/>.</summary>
    Durations,

    /// <summary>Clocks that ran out or were kept, by the clock; bucket 1 for kept.</summary>
    Clocks,

    /// <summary>Decided cases in which a danger sign stood, by the sign; bucket 1 for verified.</summary>
    Signals,

    /// <summary>Cases that wait now, by their state; the bucket is their age, see <see cref="Backlog"/>. Kept for the last count only.</summary>
    Backlog,
}
