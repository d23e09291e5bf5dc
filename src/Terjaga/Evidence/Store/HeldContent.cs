namespace Terjaga.Evidence.Store;

/// <summary>Bytes that are to be kept for a holder.</summary>
public sealed class HeldContent(Guid holderId, byte[] bytes)
{
    public Guid HolderId { get; } = holderId;

    public byte[] Bytes { get; } = bytes;

    /// <summary>See <see cref="EvidenceStore.HashOf"/>.</summary>
    public string Sha256 { get; } = EvidenceStore.HashOf(bytes);
}
