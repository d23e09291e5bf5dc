namespace Terjaga.Screening.Images.Pdq;

/// <summary>A hash that can be found again.</summary>
/// <param name="Id">Whose it is; one id may have several hashes.</param>
public readonly record struct PdqEntry(long Id, PdqHash Hash);
