namespace Terjaga.Evidence.Custody;

/// <summary>The time-stamp authority gave no answer that holds; it is asked again later.</summary>
internal sealed class StampException(string reason) : Exception($"No time stamp for the head of the custody log: {reason}.");
