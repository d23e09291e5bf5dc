namespace Terjaga.Screening.Similarity;

/// <summary>What an index found for a text, and how much work that was.</summary>
/// <param name="Candidates">The most alike first.</param>
/// <param name="PlacesRead">Places of the table that were read: at most <see cref="NearIndex.MaxPlacesRead"/>.</param>
/// <param name="SketchesRead">Texts that were compared by their sketch: at most <see cref="NearIndex.MaxCompared"/>.</param>
public sealed record NearAnswer(IReadOnlyList<NearCandidate> Candidates, int PlacesRead, int SketchesRead);
