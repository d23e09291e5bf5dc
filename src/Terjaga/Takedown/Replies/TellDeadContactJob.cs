using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Common.Work;

namespace Terjaga.Takedown.Replies;

/// <summary>Writes to the officers of Komdigi that a contact takes no mail any more, so that they choose the next one.</summary>
/// <remarks>The identity of the mail is the order's: a repetition after a crash is known as one.</remarks>
internal sealed class TellDeadContactJob(TerjagaDb db, MailServer mail, ReplyOptions options, DeskAddress ourselves) : IWorkHandler
{
    public const string Kind = "tell-dead-contact";

    private static readonly ResourceManager _words = new(typeof(DeadContactWords));

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (options.AlarmMail is not { Length: > 0 } to || !mail.IsConfigured)
            return;
        var order = await db.Orders.AsNoTracking().SingleAsync(o => o.Id == item.SubjectId, cancellationToken);
        var name = await db.Recipients.Where(r => r.Id == order.RecipientId).Select(r => r.Name).SingleAsync(cancellationToken);
        using var message = new MimeMessage(
            [mail.From], [MailboxAddress.Parse(to)], Say("subject", "id", name),
            new TextPart("plain") { Text = Text("id", name, order) + "\n\n---\n\n" + Text("en", name, order) })
        {
            MessageId = $"dead-contact-{order.Id:D}@{mail.From.Domain}",
        };
        await mail.SendAsync(message, cancellationToken);
    }

    private string Text(string language, string name, Order order) =>
        Say("text", language, name, ourselves.Page($"/meja/perkara/{order.CaseFileId}").AbsoluteUri, ourselves.Page("/meja/penerima").AbsoluteUri);

    private static string Say(string key, string language, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, _words.GetString(key, culture) ?? key, values);
    }
}
