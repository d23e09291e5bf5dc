namespace Terjaga.Screening.Similarity;

/// <summary>Words in a row that stand in both of two texts.</summary>
public sealed record AgreeingRun(TextSpan InFirst, TextSpan InSecond);
