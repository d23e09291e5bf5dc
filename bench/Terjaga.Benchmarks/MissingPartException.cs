namespace Terjaga.Benchmarks;

/// <summary>Something that a benchmark needs is not on this machine; the message names it.</summary>
internal sealed class MissingPartException(string message) : Exception(message);
