namespace Terjaga.Screening;

/// <summary>Where a score begins to mean something.</summary>
public static class Bands
{
    /// <summary>One sign of medium weight in an offer: 1 - e^(-2/4).</summary>
    public const double Check = 0.35;

    /// <summary>One sign of high and one of low weight in an offer: 1 - e^(-4/4).</summary>
    public const double DangerSigns = 0.6;

    public static Band Of(double score) => score switch
    {
        >= DangerSigns => Band.DangerSigns,
        >= Check => Band.Check,
        _ => Band.None,
    };
}
