namespace Terjaga.Common;

/// <summary>What a person can cause and mend: a stable code, and the numbers or words that its sentence needs.</summary>
/// <remarks>
/// The sentence itself is looked up by the code in the reader's language (<c>Words/Problems.resx</c> of the executable),
/// so that an operation knows no language.
/// </remarks>
/// <param name="Code">Stable, lower case, <c>area.what</c>; for instance <c>link.invalid</c>.</param>
/// <param name="Values">Fill the places <c>{0}</c>, <c>{1}</c> of the sentence; never personal data.</param>
public sealed record Problem(string Code, params object[] Values);
