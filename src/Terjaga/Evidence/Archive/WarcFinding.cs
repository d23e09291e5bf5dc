namespace Terjaga.Evidence.Archive;

/// <summary>What is wrong with a WARC file.</summary>
/// <param name="Code">Stable, <c>warc.what</c>.</param>
/// <param name="Record">Which record, from 1.</param>
internal sealed record WarcFinding(string Code, int Record);
