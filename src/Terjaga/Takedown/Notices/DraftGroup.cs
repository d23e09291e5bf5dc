namespace Terjaga.Takedown.Notices;

/// <summary>What orders have in common that were drafted by one decision to one recipient: they go out in one letter.</summary>
internal sealed record DraftGroup(
    Guid RecipientId, Guid LegalBasisId, string? ContentClass, string? UrgencyGround, Guid DraftedBy, DateTimeOffset DraftedAt);
