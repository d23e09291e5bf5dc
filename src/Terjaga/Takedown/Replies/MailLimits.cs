namespace Terjaga.Takedown.Replies;

/// <summary>How much of a stranger's mail is read.</summary>
public static class MailLimits
{
    /// <summary>Most bytes that are read and kept of one mail: 10 MiB; what is longer is cut there, and marked.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>Longest text of a mail that is looked at, in UTF-16 units; a report of a mail server has its words in the first few hundred.</summary>
    public const int MaxTextLength = 64 * 1024;

    /// <summary>Longest text that the page of a case shows, in UTF-16 units.</summary>
    public const int MaxShownLength = 8_000;

    /// <summary>Parts inside parts that are opened, and parts in all.</summary>
    public const int MaxDepth = 16, MaxParts = 200;

    /// <summary>Fields of a delivery report, recipients and named messages that are read.</summary>
    public const int MaxFields = 500, MaxRecipients = 20, MaxIds = 50;

    /// <summary>Longest mail address (RFC 5321 section 4.5.3.1) and longest name of a host, in characters.</summary>
    public const int MaxAddressLength = 254, MaxDomainLength = 253;
}
