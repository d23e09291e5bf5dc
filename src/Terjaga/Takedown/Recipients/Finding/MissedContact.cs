namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>A way that led to no contact, and why.</summary>
/// <param name="Code">Stable; for instance <c>rdap.no-abuse</c>.</param>
/// <param name="Source">What was asked; null where nothing was.</param>
public sealed record MissedContact(ContactRule Rule, string Code, string? Source);
