namespace Terjaga.Screening.Model;

/// <summary>Where a model comes from; it goes with the weights.</summary>
/// <param name="Version">As it stands in every answer of the model.</param>
/// <param name="Rules">Version of the catalogue whose facts it was trained with.</param>
/// <param name="Sources">Each set of texts with its number of rows, its licence and what it taught.</param>
public sealed record ModelCard(string Version, string Rules, IReadOnlyList<string> Sources);
