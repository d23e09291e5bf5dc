namespace Terjaga.Screening.Model;

/// <summary>A model that cannot be used, with the reason.</summary>
public sealed class ModelException(string message, Exception? inner = null) : Exception(message, inner);
