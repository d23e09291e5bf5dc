namespace Terjaga.Screening;

/// <summary>What the desk keeps in mind of a screening: enough to sort a queue, never enough to decide.</summary>
/// <param name="IsDangerNow">Somebody is taken to be in danger now (P0 or P1 in the contract of <c>screen</c>).</param>
public sealed record ScreeningSummary(Band Band, double Score, bool IsDangerNow);
