using Terjaga.Screening;

namespace Terjaga.Casework;

/// <summary>Order in which cases are shown: a person in danger first, then danger signs, then what to check.</summary>
/// <remarks>An order for reading, never a verdict: every case stays in the queue until a person has decided it.</remarks>
internal static class QueueRank
{
    /// <summary>From here on a person may be in danger now.</summary>
    public const int Danger = 100;

    public static int Of(ScreeningSummary screening) =>
        (screening.IsDangerNow ? Danger : 0) + (screening.Band switch
        {
            Band.DangerSigns => 20,
            Band.Check => 10,
            _ => 0,
        });
}
