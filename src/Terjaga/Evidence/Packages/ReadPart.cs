namespace Terjaga.Evidence.Packages;

/// <summary>Fetches the bytes of one part when its turn has come, so that a package never lies in memory as a whole.</summary>
internal delegate Task<ReadOnlyMemory<byte>> ReadPart(CancellationToken cancellationToken);
