namespace Terjaga.Screening.Images.Pdq;

/// <summary>A hash of the index that looks like the one asked for.</summary>
/// <param name="Distance">In bits: 0 to 256.</param>
public readonly record struct PdqMatch(long Id, PdqHash Hash, int Distance);
