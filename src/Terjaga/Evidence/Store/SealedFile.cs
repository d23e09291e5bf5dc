namespace Terjaga.Evidence.Store;

/// <summary>A sealed file that is to be put in its place.</summary>
public sealed record SealedFile(string Name, byte[] Content);
