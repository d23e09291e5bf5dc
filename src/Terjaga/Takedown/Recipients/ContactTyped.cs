namespace Terjaga.Takedown.Recipients;

/// <summary>One way to reach a recipient, as an officer types it.</summary>
/// <param name="Address">A mail address, a web address, or the lines of a letter; may be empty for a recipient that fetches its orders.</param>
/// <param name="Secret">For a webhook: <c>whsec_</c> and at least 24 bytes in base 64 (Standard Webhooks).</param>
/// <param name="Language">Two or three letters, for instance <c>id</c>; null where it is not known.</param>
/// <param name="Hours">See <see cref="DeskHours"/>; null where they are not known.</param>
/// <param name="ClockHours">Time in which it promises to answer, in hours; null where it promises none.</param>
/// <param name="PublicKey">Its key for sealed mail as text, or where the key is; shown and not used.</param>
/// <param name="SeenOn">The day on which the source said so.</param>
/// <param name="ValidUntil">The last day; null while it holds.</param>
public sealed record ContactTyped(
    RecipientChannel Channel, string? Address, string? Secret = null, string? Language = null, string? Hours = null, int? ClockHours = null,
    string? PublicKey = null, string? Source = null, DateOnly? SeenOn = null, DateOnly? ValidUntil = null);
