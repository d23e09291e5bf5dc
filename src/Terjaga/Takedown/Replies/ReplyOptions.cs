using System.ComponentModel.DataAnnotations;

namespace Terjaga.Takedown.Replies;

/// <summary>The mailbox in which answers arrive; without a host the desk looks into none.</summary>
public sealed record ReplyOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Replies";

    /// <summary>The IMAP server; null while none is looked into.</summary>
    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 993;

    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The folder in which answers arrive.</summary>
    public string Folder { get; init; } = "INBOX";

    /// <summary>False only for a server on this machine.</summary>
    public bool IsEncrypted { get; init; } = true;

    /// <summary>Who is written to when a contact no longer takes mail; null for nobody.</summary>
    public string? AlarmMail { get; init; }
}
