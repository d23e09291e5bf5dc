using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Replies;

namespace Terjaga.Takedown;

/// <summary>Sends a notice as mail.</summary>
internal sealed class SendMail(MailServer server, ReplyAddress replies)
{
    /// <summary>
    /// Returns once the server has taken it. The identity of the message is the dispatch's, so that a repetition after a
    /// crash is known as one. Throws what the server or the network says.
    /// </summary>
    public async Task RunAsync(string to, Notice notice, CancellationToken cancellationToken)
    {
        using var message = Compose(to, notice);
        await server.SendAsync(message, cancellationToken);
    }

    internal MimeMessage Compose(string to, Notice notice)
    {
        var message = NoticeMail.Compose(server.From, MailboxAddress.Parse(to), notice);
        message.ReplyTo.AddRange(replies.For(notice.Dispatch) is { } address ? [MailboxAddress.Parse(address)] : []);
        return message;
    }
}
