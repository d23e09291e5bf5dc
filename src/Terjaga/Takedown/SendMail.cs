using System.Globalization;
using System.Resources;
using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Takedown.Replies;

namespace Terjaga.Takedown;

/// <summary>Sends a notice as mail.</summary>
internal sealed class SendMail(MailServer server, ReplyAddress replies)
{
    private static readonly ResourceManager _words = new(typeof(NoticeWords));

    /// <summary>
    /// Returns once the server has taken it. The identity of the message is the order's, so that a repetition after a
    /// crash is known as one. Throws what the server or the network says.
    /// </summary>
    public async Task RunAsync(string to, Notice notice, CancellationToken cancellationToken)
    {
        using var message = Compose(to, notice);
        await server.SendAsync(message, cancellationToken);
    }

    internal MimeMessage Compose(string to, Notice notice)
    {
        var from = server.From;
        var body = new BodyBuilder { TextBody = Text("id", notice) + "\n\n---\n\n" + Text("en", notice) };
        body.Attachments.Add("order.json", notice.ToJson(), ContentType.Parse("application/json"));
        var message = new MimeMessage([from], [MailboxAddress.Parse(to)], Word(notice.WithdrawnAt is null ? "subject" : "withdrawn.subject", "id", notice), body.ToMessageBody())
        {
            MessageId = $"order-{notice.Identity}@{from.Domain}",
        };
        message.ReplyTo.AddRange(replies.For(notice.Order) is { } address ? [MailboxAddress.Parse(address)] : []);
        return message;
    }

    private static string Text(string language, Notice notice) => Word(notice.WithdrawnAt is null ? "text" : "withdrawn.text", language, notice);

    private static string Word(string key, string language, Notice notice)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(
            culture, _words.GetString(key, culture) ?? "", notice.Order, notice.Url,
            language == "id" ? notice.LegalBasisId : notice.LegalBasisEn, notice.Reason,
            SpanWords.Say(TimeSpan.FromSeconds(notice.DeadlineSeconds), culture), Show(notice.SignedAt, culture), notice.Answer, Show(notice.WithdrawnAt ?? notice.SignedAt, culture));
    }

    /// <summary>In both times: the recipient may be anywhere.</summary>
    private static string Show(DateTimeOffset at, CultureInfo culture) =>
        $"{WibTime.Show(at, culture)} ({at.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)})";
}
