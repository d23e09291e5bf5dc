namespace Terjaga.Screening;

/// <summary>A danger sign at one place of a text.</summary>
/// <param name="Start">In the original text, in UTF-16 units.</param>
/// <param name="End">The first unit after it.</param>
/// <param name="Points">What it adds; 0 unless it is offered.</param>
public sealed record SeenSignal(string Id, int Start, int End, SignalState State, int Points);
