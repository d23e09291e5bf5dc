namespace Terjaga.Evidence.Archive;

/// <summary>What the check of a WARC file saw; good where there is no finding.</summary>
internal sealed record WarcReport(IReadOnlyList<WarcFinding> Findings, IReadOnlyList<WarcSeen> Records);
