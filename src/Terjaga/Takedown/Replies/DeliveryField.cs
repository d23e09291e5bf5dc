namespace Terjaga.Takedown.Replies;

/// <summary>What a delivery report says of one recipient (RFC 3464 section 2.3).</summary>
/// <param name="Recipient">Null where none is named.</param>
/// <param name="Action">As written, lower case; null where it is missing.</param>
internal sealed record DeliveryField(string? Recipient, string? Action, string? Status, string? Diagnostic);
