namespace Terjaga.Common.Work;

/// <summary>The other side has said no for good: another attempt would hear the same, so a person is needed at once.</summary>
internal class HopelessException(string message, Exception inner) : Exception(message, inner);
