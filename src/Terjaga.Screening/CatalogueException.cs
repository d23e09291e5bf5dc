namespace Terjaga.Screening;

/// <summary>A catalogue with a mistake; says which row.</summary>
public sealed class CatalogueException(string message, Exception? inner = null) : Exception(message, inner);
