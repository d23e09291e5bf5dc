namespace Terjaga.Transparency.Figures;

/// <summary>Times in steps that grow by a quarter of an octave, so that medians can be told from counts.</summary>
/// <remarks>A time read back is at most 9 percent beside the true one: half a step, 2^(1/8).</remarks>
internal static class DurationScale
{
    private const double StepsOfOctave = 4;

    /// <summary>The step of a time; shorter than a second counts as one.</summary>
    public static int StepOf(TimeSpan time) => (int)Math.Round(Math.Log2(Math.Max(1, time.TotalSeconds)) * StepsOfOctave);

    public static TimeSpan TimeOf(int step) => TimeSpan.FromSeconds(Math.Pow(2, step / StepsOfOctave));

    /// <summary>The time that a share of all stays within; null where nothing was counted.</summary>
    /// <param name="counts">How many lie in each step.</param>
    /// <param name="share">0 to 1; 0.5 for the median.</param>
    public static TimeSpan? Quantile(IEnumerable<KeyValuePair<int, int>> counts, double share)
    {
        var ordered = counts.OrderBy(c => c.Key).ToList();
        var wanted = Math.Max(1, (int)Math.Ceiling(ordered.Sum(c => c.Value) * share));
        var seen = 0;
        foreach (var (step, count) in ordered)
        {
            seen += count;
            if (seen >= wanted)
                return TimeOf(step);
        }

        return null;
    }
}
