namespace Terjaga.Takedown.Replies;

/// <summary>What mails do to an order, as its events call it. None changes its state: an officer decides what a mail means.</summary>
internal static class ReplyEvents
{
    public const string Replied = "order.replied";
    public const string Acknowledged = "order.acknowledged";
    public const string AutoReplied = "order.auto-replied";
    public const string Complained = "order.complained";
    public const string Bounced = "order.bounced";
    public const string Delayed = "order.delayed";
    public const string Delivered = "order.delivered";

    /// <summary>The address of the recipient takes no mail any more.</summary>
    public const string ContactDead = "order.contact-dead";

    /// <summary>Its letter was given up before the recipient's server took it; somebody must look.</summary>
    public const string NotDelivered = "order.not-delivered";

    public static string Of(MailKind kind) => kind switch
    {
        MailKind.Acknowledgement => Acknowledged,
        MailKind.AutoReply => AutoReplied,
        MailKind.Complaint => Complained,
        MailKind.Bounce => Bounced,
        MailKind.Delay => Delayed,
        MailKind.Delivery => Delivered,
        _ => Replied,
    };
}
