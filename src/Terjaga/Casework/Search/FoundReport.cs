namespace Terjaga.Casework.Search;

/// <summary>A report that has what was looked for, and its case.</summary>
internal sealed record FoundReport(Guid ReportId, Guid CaseFileId);
