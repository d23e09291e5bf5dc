using System.ComponentModel.DataAnnotations;

namespace Terjaga.Common.Mail;

/// <summary>The mail server that takes our mail; without a host no mail leaves the desk.</summary>
public sealed record MailOptions
{
    /// <summary>Name of the section in the settings.</summary>
    public const string Section = "Mail";

    /// <summary>Null until the desk is given a mail server.</summary>
    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    /// <summary>Our own address.</summary>
    public string From { get; init; } = "terjaga@localhost";

    /// <summary>Null where the server asks for no name.</summary>
    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>False only for a server on this machine.</summary>
    public bool IsEncrypted { get; init; } = true;

    /// <summary>File of the private key (PEM, RSA) that signs our mail; null: mail is not signed. Needs <see cref="DkimSelector"/>.</summary>
    public string? DkimKeyFile { get; init; }

    /// <summary>Under which name the public key stands in the DNS.</summary>
    public string? DkimSelector { get; init; }

    /// <summary>The domain that signs; null: that of <see cref="From"/>.</summary>
    public string? DkimDomain { get; init; }
}
