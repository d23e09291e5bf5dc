using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Terjaga.Common.Mail;

/// <summary>Hands mail to the one server that the operator named.</summary>
internal sealed class MailServer(MailOptions options)
{
    /// <summary>The least reply that stands for good (RFC 5321 section 4.2.1); below it another attempt may go well.</summary>
    private const SmtpStatusCode FirstForGood = (SmtpStatusCode)500;

    /// <summary>How long a mail server may take for one step.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    /// <summary>Whether the desk was given a server; without one no mail leaves it.</summary>
    public bool IsConfigured => options.Host is { Length: > 0 };

    /// <summary>Our own address.</summary>
    public MailboxAddress From => MailboxAddress.Parse(options.From);

    /// <summary>Signs it where a key is configured, as sending does.</summary>
    public void Seal(MimeMessage message) => DkimSeal.Sign(message, options);

    /// <summary>
    /// Returns what the server said once it has taken it. Throws <see cref="MailRefusedException"/> where the server refuses the address for
    /// good, and otherwise what the server or the network says.
    /// </summary>
    /// <remarks>What cannot be delivered comes back to where answers go, so that a bounce is known by its address too.</remarks>
    public async Task<string> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        if (options.Host is not { Length: > 0 } host)
            throw new InvalidOperationException("mail.not-configured: the desk has no mail server (Mail:Host).");

        Seal(message);
        using var client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        var security = options.IsEncrypted ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
        await client.ConnectAsync(host, options.Port, security, cancellationToken);
        if (options.UserName is { Length: > 0 } name)
            await client.AuthenticateAsync(name, options.Password ?? "", cancellationToken);
        string answer;
        try
        {
            answer = await client.SendAsync(message, message.ReplyTo.Mailboxes.FirstOrDefault() ?? From, message.GetRecipients(onlyUnique: true), cancellationToken);
        }
        catch (SmtpCommandException refusal) when (refusal is { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= FirstForGood })
        {
            throw new MailRefusedException((int)refusal.StatusCode, refusal);
        }

        await client.DisconnectAsync(quit: true, cancellationToken);
        return answer;
    }
}
