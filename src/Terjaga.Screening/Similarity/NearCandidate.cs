namespace Terjaga.Screening.Similarity;

/// <summary>A text of the index that may be a copy; <see cref="Likeness"/> of the two texts decides.</summary>
/// <param name="Letters">Guess of <see cref="Likeness.Letters"/>.</param>
/// <param name="Pairs">Guess of <see cref="Likeness.Pairs"/>; too low where one text is much longer than the other.</param>
public sealed record NearCandidate(Guid Id, double Letters, double Pairs)
{
    /// <summary>Guess of <see cref="Likeness.Resemblance"/>: errs by 0.035 (one standard deviation).</summary>
    public double Resemblance => (Letters + Pairs) / 2;
}
