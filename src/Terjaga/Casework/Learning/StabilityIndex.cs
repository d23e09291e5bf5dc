namespace Terjaga.Casework.Learning;

/// <summary>How far two distributions over the same parts lie from each other.</summary>
public static class StabilityIndex
{
    /// <summary>From here on a shift deserves a look; from <see cref="Large"/> on the model deserves a new measurement.</summary>
    /// <remarks>The usual rule of thumb for this index: Siddiqi 2006, "Credit Risk Scorecards", chapter 11.</remarks>
    public const double Noticeable = 0.1, Large = 0.25;

    /// <summary>Added to every count, so that an empty part has a logarithm.</summary>
    private const double Smoothing = 0.5;

    /// <summary>Population stability index: 0 where both are the same, without a limit above. Null where one has no member at all.</summary>
    public static double? Of(IReadOnlyList<int> recent, IReadOnlyList<int> earlier)
    {
        if (recent.Sum() == 0 || earlier.Sum() == 0)
            return null;
        var (ofRecent, ofEarlier) = (recent.Sum() + (Smoothing * recent.Count), earlier.Sum() + (Smoothing * earlier.Count));
        return recent.Zip(earlier, (r, e) => ((r + Smoothing) / ofRecent, (e + Smoothing) / ofEarlier))
            .Sum(share => (share.Item1 - share.Item2) * Math.Log2(share.Item1 / share.Item2)) / Math.Log2(Math.E);
    }
}
