namespace Terjaga.Evidence.Packages;

/// <summary>A part that a package has by now.</summary>
/// <param name="Sha256">Lower-case hexadecimal.</param>
internal sealed record WrittenPart(string Name, long SizeBytes, string Sha256);
