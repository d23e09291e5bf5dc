namespace Terjaga.Evidence.Packages.Checking;

/// <summary>Where the bytes of one file lie in a package.</summary>
internal sealed record ZipPart(string Name, long At, long SizeBytes, uint Crc);
