using Terjaga.Screening;

namespace Terjaga.Casework.Queues;

/// <summary>Order in which cases are shown: a person in danger first, then danger signs, then what to check.</summary>
/// <remarks>An order for reading, never a verdict: every case stays in the queue until a person has decided it.</remarks>
internal static class QueueRank
{
    /// <summary>From here on a person may be in danger now.</summary>
    public const int Danger = 100;

    /// <summary>What a report with danger signs weighs, and one to be checked.</summary>
    public const int DangerSigns = 20, Check = 10;

    public static int Of(ScreeningSummary screening) =>
        (screening.IsDangerNow ? Danger : 0) + (screening.Band switch
        {
            Band.DangerSigns => DangerSigns,
            Band.Check => Check,
            _ => 0,
        });

    public static Band BandOf(int rank) => (rank % Danger) switch
    {
        >= DangerSigns => Band.DangerSigns,
        >= Check => Band.Check,
        _ => Band.None,
    };
}
