namespace Terjaga.Evidence.Store;

/// <summary>A sealed file as its place lists it.</summary>
public sealed record StoredFile(string Name, DateTimeOffset WrittenAt);
