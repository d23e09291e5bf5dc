namespace Terjaga.Screening;

/// <summary>Every point of a score with its reason.</summary>
/// <param name="Base">Log-odds of a text of which nothing is known.</param>
/// <param name="Parts">Together with <paramref name="Base"/> they are the log-odds of the score.</param>
public sealed record Explanation(double Base, IReadOnlyList<ScorePart> Parts)
{
    /// <summary>The score that the points come to: 0 to 1.</summary>
    public double Score => Logistic(Base + Parts.Sum(part => part.Points));

    /// <summary>From log-odds to 0 to 1.</summary>
    public static double Logistic(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
