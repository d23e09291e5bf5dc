using System.Globalization;
using System.Resources;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Common.Work;

namespace Terjaga.Casework.BorrowedNames;

/// <summary>Sends the mail to a company whose name is used; it says nothing of any reporter, and accuses nobody.</summary>
/// <remarks>The identity of the mail is the row's, so that a repetition after a crash is known as one.</remarks>
internal sealed class TellAgencyJob(TerjagaDb db, MailServer mail, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "tell-agency";

    private static readonly ResourceManager _words = new(typeof(AgencyMailWords));

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var told = await db.BorrowedNames.SingleAsync(b => b.Id == item.SubjectId, cancellationToken);
        if (told.SentAt is not null)
            return;
        using var message = new MimeMessage(
            [mail.From], [MailboxAddress.Parse(told.Address)], Say("subject", "id", told),
            new TextPart("plain") { Text = Say("text", "id", told) + "\n\n---\n\n" + Say("text", "en", told) })
        {
            MessageId = $"agency-{told.Id:D}@{mail.From.Domain}",
        };
        await mail.SendAsync(message, cancellationToken);
        told.SentAt = clock.GetUtcNow();
    }

    private static string Say(string key, string language, BorrowedName told)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(
            culture, _words.GetString(key, culture) ?? "", told.Name, told.Licence, told.Contacts, told.AsOf?.ToString("d MMMM yyyy", culture) ?? "-");
    }
}
