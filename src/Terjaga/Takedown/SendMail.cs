using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Takedown.Notices;
using Terjaga.Takedown.Replies;

namespace Terjaga.Takedown;

/// <summary>Sends a notice as mail.</summary>
internal sealed class SendMail(MailServer server, ReplyAddress replies)
{
    /// <summary>
    /// Returns the proof once the server has taken it. The identity of the message is the dispatch's, so that a repetition after a
    /// crash is known as one. Throws what the server or the network says.
    /// </summary>
    public async Task<Delivery> RunAsync(string to, Notice notice, CancellationToken cancellationToken)
    {
        using var message = Compose(to, notice);
        var answer = await server.SendAsync(message, cancellationToken);
        return Delivery.Of(RecipientChannel.Mail, to, message.MessageId ?? "", answer, ToBytes(message));
    }

    /// <summary>The mail as it left: the same bytes, as long as the desk's own address and keys are the same.</summary>
    public byte[] BytesOf(string to, Notice notice)
    {
        using var message = Compose(to, notice);
        server.Seal(message);
        return ToBytes(message);
    }

    internal MimeMessage Compose(string to, Notice notice)
    {
        var message = NoticeMail.Compose(server.From, MailboxAddress.Parse(to), notice);
        message.ReplyTo.AddRange(replies.For(notice.Dispatch) is { } address ? [MailboxAddress.Parse(address)] : []);
        return message;
    }

    /// <summary>With the line ends of SMTP (RFC 5321 section 2.3.8).</summary>
    private static byte[] ToBytes(MimeMessage message)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using var bytes = new MemoryStream();
        message.WriteTo(format, bytes, CancellationToken.None);
        return bytes.ToArray();
    }
}
