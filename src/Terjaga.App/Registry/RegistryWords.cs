namespace Terjaga.App.Registry;

/// <summary>Words of the pages of official lists and of partners.</summary>
public sealed class RegistryWords;
