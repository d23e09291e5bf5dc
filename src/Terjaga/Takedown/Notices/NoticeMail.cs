using System.Net;
using MimeKit;

namespace Terjaga.Takedown.Notices;

/// <summary>A letter as a mail: Indonesian first, English second, as text and as plain HTML, with the files for programs.</summary>
/// <remarks>Everything in it is made of the letter, its borders too, so that it has the same bytes each time.</remarks>
internal static class NoticeMail
{
    private const string Ruler = "\n\n---\n\n";

    public static MimeMessage Compose(MailboxAddress from, MailboxAddress to, Notice notice)
    {
        var xarf = notice.IsWithdrawal ? null : XarfFile.Of(notice, from);
        var mixed = new Multipart("mixed") { Boundary = $"m-{notice.Dispatch:N}" };
        mixed.Add(Words(notice));
        mixed.Add(Attach(new NoticeFile("order.json", "application/json", NoticeBody.ToJson(notice))));
        if (xarf is not null)
            mixed.Add(Attach(xarf));

        var words = new NoticeText(notice, "id");
        var subject = notice.Warns is { } warning
            ? words.Say("warned.subject", words.Step, warning.Number)
            : words.Say(notice.IsWithdrawal ? "withdrawn.subject" : "subject", notice.Withdraws?.Number ?? words.Number);
        var message = new MimeMessage([from], [to], subject, mixed)
        {
            MessageId = $"dispatch-{notice.Identity}@{from.Domain}",
            Date = notice.WrittenAt,
        };

        // RFC 3834 section 5: no machine answers what a machine sent.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    /// <summary>The words alone, as a person reads them.</summary>
    public static string TextOf(Notice notice)
    {
        var (id, en) = (new NoticeText(notice, "id"), new NoticeText(notice, "en"));
        var text = id.ToMail(id.List()) + Ruler + en.ToMail(en.Say("above"));
        return notice.IsDraft ? $"{id.Say("draft")}\n{en.Say("draft")}\n\n{text}" : text;
    }

    private static MultipartAlternative Words(Notice notice)
    {
        var text = TextOf(notice);
        return new MultipartAlternative(
            new TextPart("plain") { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
            new TextPart("html") { Text = ToHtml(text, notice), ContentTransferEncoding = ContentEncoding.QuotedPrintable })
        {
            Boundary = $"a-{notice.Dispatch:N}",
        };
    }

    /// <summary>The same words; the only links in it are our own, to answer, and nothing is loaded from anywhere.</summary>
    private static string ToHtml(string text, Notice notice)
    {
        var answers = notice.Orders.Select(o => o.Answer?.AbsoluteUri).OfType<string>().ToHashSet();
        var lines = text.Split('\n').Select(line =>
        {
            var at = line.LastIndexOf(": ", StringComparison.Ordinal);
            return at >= 0 && answers.Contains(line[(at + 2)..])
                ? $"{WebUtility.HtmlEncode(line[..(at + 2)])}<a href=\"{WebUtility.HtmlEncode(line[(at + 2)..])}\">{WebUtility.HtmlEncode(line[(at + 2)..])}</a>"
                : WebUtility.HtmlEncode(line);
        });
        return $"<!doctype html>\n<html lang=\"id\"><head><meta charset=\"utf-8\"><title>{WebUtility.HtmlEncode(notice.Number)}</title></head>"
            + $"<body><p>{string.Join("<br>\n", lines)}</p></body></html>\n";
    }

    private static MimePart Attach(NoticeFile file) => new(ContentType.Parse(file.MediaType))
    {
        Content = new MimeContent(new MemoryStream(file.Content)),
        ContentDisposition = new ContentDisposition(ContentDisposition.Attachment),
        ContentTransferEncoding = ContentEncoding.Base64,
        FileName = file.FileName,
    };
}
