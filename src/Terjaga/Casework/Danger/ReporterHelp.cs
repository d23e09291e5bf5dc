namespace Terjaga.Casework.Danger;

/// <summary>What a reporter in danger is told at once.</summary>
/// <param name="Countries">Where they may be, ISO 3166-1: the numbers of those come first.</param>
public sealed record ReporterHelp(DangerKind Kind, IReadOnlyList<string> Countries);
