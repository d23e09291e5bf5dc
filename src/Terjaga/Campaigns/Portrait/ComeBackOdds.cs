namespace Terjaga.Campaigns.Portrait;

/// <summary>What the past of a campaign lets expect.</summary>
/// <param name="MedianGap">Days from one active day to the next; half of the gaps were no longer.</param>
/// <param name="LongGap">Days; nine in ten of the gaps were no longer.</param>
/// <param name="InAWeek">Chance that a copy is reported within 7 days: above 0, below 1.</param>
/// <param name="InAMonth">The same within 30 days.</param>
public sealed record ComeBackOdds(int MedianGap, int LongGap, double InAWeek, double InAMonth)
{
    /// <summary>Days looked ahead.</summary>
    public const int Week = 7, Month = 30;

    /// <summary>Days looked back for the rate: a crew changes its habits.</summary>
    public const int DaysLookedBack = 30;

    /// <summary>Shape of the prior of a Poisson rate that knows nothing: Gamma(1/2, 0), after Jeffreys.</summary>
    private const double PriorShape = 0.5;

    private const double Half = 0.5, NineInTen = 0.9;

    /// <param name="days">Days with a sighting, in order, each once; at least two.</param>
    internal static ComeBackOdds Of(IReadOnlyList<DateOnly> days, DateOnly today)
    {
        List<int> gaps = [.. days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).Order()];

        // The first day is what made it a campaign: it says nothing about how often such days come.
        var observed = Math.Min(DaysLookedBack, today.DayNumber - days[0].DayNumber);
        var active = days.Count(day => today.DayNumber - day.DayNumber < observed);
        return new ComeBackOdds(Quantile(gaps, Half), Quantile(gaps, NineInTen), Within(Week), Within(Month));

        double Within(int ahead) => ChanceOfOne(active, observed, ahead);
    }

    /// <summary>Chance of at least one active day ahead, if active days come by chance and as often as before.</summary>
    /// <remarks>
    /// Poisson rate with a Gamma prior, negative binomial ahead: Gelman et al. 2013, "Bayesian Data Analysis", 3rd edition,
    /// section 2.6. Days are counted and not copies, because copies come in bursts.
    /// </remarks>
    private static double ChanceOfOne(int active, int observed, int ahead) =>
        1 - Math.Pow((double)observed / (observed + ahead), active + PriorShape);

    /// <remarks>The first definition of Hyndman and Fan 1996, "Sample quantiles in statistical packages": always a gap that was.</remarks>
    private static int Quantile(List<int> sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
