namespace Terjaga.Takedown.Replies;

/// <summary>Why a mail was not delivered.</summary>
public enum BounceReason
{
    MailboxFull,
    Suspended,
    TooLarge,
    HostUnknown,
    NoMailbox,

    /// <summary>The server tried until its time was up.</summary>
    Expired,

    /// <summary>Taken for unwanted, or against a rule of the other side.</summary>
    Rejected,
    Other,
}
