namespace Terjaga.App.Evidence;

/// <summary>Words of the evidence of a case.</summary>
public sealed class EvidenceWords;
