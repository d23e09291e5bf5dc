using System.Globalization;
using System.Resources;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Terjaga.Takedown;

/// <summary>Sends a notice as mail.</summary>
internal sealed class SendMail(MailOptions options)
{
    /// <summary>How long a mail server may take for one step.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private static readonly ResourceManager _words = new(typeof(NoticeWords));

    /// <summary>
    /// Returns once the server has taken it. The identity of the message is the order's, so that a repetition after a
    /// crash is known as one. Throws what the server or the network says.
    /// </summary>
    public async Task RunAsync(string to, Notice notice, CancellationToken cancellationToken)
    {
        if (options.Host is not { Length: > 0 } host)
            throw new InvalidOperationException("mail.not-configured: the desk has no mail server (Mail:Host).");

        using var client = new SmtpClient { Timeout = (int)_patience.TotalMilliseconds };
        var security = options.IsEncrypted ? SecureSocketOptions.StartTls : SecureSocketOptions.None;
        await client.ConnectAsync(host, options.Port, security, cancellationToken);
        if (options.UserName is { Length: > 0 } name)
            await client.AuthenticateAsync(name, options.Password ?? "", cancellationToken);
        using var message = Compose(to, notice);
        await client.SendAsync(message, cancellationToken);
        await client.DisconnectAsync(quit: true, cancellationToken);
    }

    internal MimeMessage Compose(string to, Notice notice)
    {
        var from = MailboxAddress.Parse(options.From);
        var body = new BodyBuilder { TextBody = Text("id", notice) + "\n\n---\n\n" + Text("en", notice) };
        body.Attachments.Add("order.json", notice.ToJson(), ContentType.Parse("application/json"));
        return new MimeMessage([from], [MailboxAddress.Parse(to)], Word("subject", "id", notice), body.ToMessageBody())
        {
            MessageId = $"order-{notice.Order:D}@{from.Domain}",
        };
    }

    private static string Text(string language, Notice notice) => Word("text", language, notice);

    private static string Word(string key, string language, Notice notice)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(
            culture, _words.GetString(key, culture) ?? "", notice.Order, notice.Url,
            language == "id" ? notice.LegalBasisId : notice.LegalBasisEn, notice.Reason,
            SpanWords.Say(TimeSpan.FromSeconds(notice.DeadlineSeconds), culture), Signed(notice, culture), notice.Answer);
    }

    /// <summary>In both times: the recipient may be anywhere.</summary>
    private static string Signed(Notice notice, CultureInfo culture) =>
        $"{WibTime.Show(notice.SignedAt, culture)} ({notice.SignedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)})";
}
