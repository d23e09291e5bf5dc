namespace Terjaga.App.Registry;

/// <summary>Words of the pages of official lists.</summary>
public sealed class RegistryWords;
