namespace Terjaga.Screening.Similarity;

/// <summary>Part of a text as it was sent, in UTF-16 units.</summary>
/// <param name="End">Behind the last unit.</param>
public readonly record struct TextSpan(int Start, int End);
