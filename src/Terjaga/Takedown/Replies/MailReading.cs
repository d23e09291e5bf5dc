namespace Terjaga.Takedown.Replies;

/// <summary>What a mail that came back to us was read to be.</summary>
public sealed record MailReading
{
    public required MailKind Kind { get; init; }

    /// <summary>Why it was not delivered; null for what is no bounce and no delay.</summary>
    public BounceReason? Reason { get; init; }

    /// <summary>RFC 3463, for instance <c>5.1.1</c>; null where none is known.</summary>
    public string? Status { get; init; }

    /// <summary>The addresses that were not reached, or that complained.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    /// <summary>Identities of the messages that it answers or brings back, without their brackets.</summary>
    public IReadOnlyList<string> ReferredIds { get; init; } = [];

    /// <summary>The addresses that it was sent to.</summary>
    public IReadOnlyList<string> SentTo { get; init; } = [];

    public SaidOutcome Said { get; init; }

    /// <summary>Where it says that it comes from; empty where it names no sender. Anybody can write it.</summary>
    public string SenderDomain { get; init; } = "";

    /// <summary>Its beginning as plain text, never a page.</summary>
    public string Text { get; init; } = "";

    /// <summary>SHA-256 of what stays the same on every way: its identity, date, sender, subject and body.</summary>
    public string Fingerprint { get; init; } = "";
}
