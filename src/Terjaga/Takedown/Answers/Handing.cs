namespace Terjaga.Takedown.Answers;

/// <summary>How a letter came to its recipient.</summary>
/// <param name="At">When the recipient had it.</param>
/// <param name="Now">When that is written down; the same, except where a person brought it.</param>
/// <param name="How">The way and the number of the receipt, where a person brought it; null elsewhere.</param>
internal sealed record Handing(DateTimeOffset At, DateTimeOffset Now, Actor By, string? How);
