namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>A contact that was found, with why and where.</summary>
/// <param name="Source">The address that said so, or the row of a list.</param>
/// <param name="Note">Code of what the officer should know besides; null where there is nothing.</param>
public sealed record FoundContact(
    ContactRule Rule, RecipientKind Kind, string Name, RecipientChannel Channel, string Address, string Source, DateTimeOffset SeenAt, string? Note = null);
