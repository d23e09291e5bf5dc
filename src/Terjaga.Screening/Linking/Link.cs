namespace Terjaga.Screening.Linking;

/// <summary>Why two offers are taken to come from one crew. A machine's reading, which a person may undo.</summary>
/// <param name="First">Place of the earlier offer in the order of arrival, from 0.</param>
/// <param name="Second">The same of the later one.</param>
/// <param name="Strength">0 to 1: see <see cref="LinkRules"/>.</param>
/// <param name="Detail">The contact that both have; null for words and pictures.</param>
public sealed record Link(int First, int Second, LinkKind Kind, double Strength, string? Detail);
