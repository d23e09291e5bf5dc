namespace Terjaga.Screening.Images.Pdq;

/// <summary>What a picture looks like, and how much there is to see in it.</summary>
/// <param name="Quality">0 (nothing to see) to 100; below <see cref="PdqHash.GoodQuality"/> the hash tells little.</param>
public sealed record PdqReading(PdqHash Hash, int Quality);
