namespace Terjaga.Takedown.Replies;

/// <summary>Why a mail was not delivered: by the words of the server first, then by its codes.</summary>
/// <remarks>Words first because servers answer 550 5.7.1 to an unknown mailbox; their words are more exact than their numbers.</remarks>
internal static class ReasonReading
{
    public static BounceReason Of(string words, string? status, int? reply, ReplyPhrases phrases) =>
        phrases.ReasonIn(words, BounceReason.MailboxFull, BounceReason.Suspended, BounceReason.TooLarge, BounceReason.HostUnknown, BounceReason.NoMailbox)
        ?? OfStatus(status)
        ?? phrases.ReasonIn(words, BounceReason.Expired, BounceReason.Rejected)
        ?? OfReply(reply)
        ?? BounceReason.Other;

    /// <remarks>RFC 3463 section 3, with the codes of RFC 5248's registry that matter here.</remarks>
    private static BounceReason? OfStatus(string? status) => status?.Split('.') is [_, var subject, var detail] ? (subject, detail) switch
    {
        ("1", "2" or "10") => BounceReason.HostUnknown,
        ("1", "7" or "8") => BounceReason.Rejected,
        ("1", not "0") => BounceReason.NoMailbox,
        ("2", "1") => BounceReason.Suspended,
        ("2", "2") => BounceReason.MailboxFull,
        ("2", "3") or ("3", "4") => BounceReason.TooLarge,
        ("4", "4" or "3") => BounceReason.HostUnknown,
        ("4", "1" or "2" or "7") => BounceReason.Expired,
        ("6", _) => BounceReason.Rejected,
        ("7", "13") => BounceReason.Suspended,
        ("7", _) => BounceReason.Rejected,
        _ => null,
    }
    : null;

    /// <remarks>RFC 5321 section 4.2.3.</remarks>
    private static BounceReason? OfReply(int? reply) => reply switch
    {
        552 => BounceReason.MailboxFull,
        550 or 551 or 553 => BounceReason.NoMailbox,
        554 or 571 => BounceReason.Rejected,
        _ => null,
    };
}
