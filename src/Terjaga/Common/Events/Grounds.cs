namespace Terjaga.Common.Events;

/// <summary>On what an act of a person stands, besides the reason.</summary>
/// <param name="LegalBasisId">Version of the legal basis; null where the act needs none.</param>
/// <param name="Rules">Version of the rules, and of the model, of the score that lay before the person; null where there was none.</param>
internal sealed record Grounds(Guid? LegalBasisId, string? Rules);
