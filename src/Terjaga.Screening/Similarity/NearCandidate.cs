namespace Terjaga.Screening.Similarity;

/// <summary>A text of the index that may be a copy; <see cref="Likeness"/> of the two texts decides.</summary>
/// <param name="Letters">Guess of <see cref="Likeness.Letters"/>.</param>
/// <param name="SharedKeys">Chosen pairs of words by which it was found.</param>
public sealed record NearCandidate(Guid Id, double Letters, int SharedKeys);
