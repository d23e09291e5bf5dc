namespace Terjaga.Takedown.Replies;

/// <summary>What a mail that came back to us is.</summary>
public enum MailKind
{
    /// <summary>Somebody wrote it, or a desk decided.</summary>
    Answer,

    /// <summary>A desk says that it has our mail, and no more.</summary>
    Acknowledgement,

    /// <summary>A machine answered by itself: absent, not monitored.</summary>
    AutoReply,

    /// <summary>A mailbox provider passes on that somebody called our mail unwanted.</summary>
    Complaint,

    /// <summary>It was not delivered and will not be.</summary>
    Bounce,

    /// <summary>It is not delivered yet; the server goes on trying.</summary>
    Delay,

    /// <summary>A server reports that it was delivered.</summary>
    Delivery,
}
