using System.Text;
using MimeKit;

namespace Terjaga.Takedown.Notices;

/// <summary>Makes a letter into a file of each of its shapes.</summary>
internal static class NoticeFiles
{
    public static NoticeFile Of(Notice notice, NoticeShape shape, MailboxAddress from) => shape switch
    {
        NoticeShape.Letter => new("surat.pdf", "application/pdf", NoticeLetter.ToPdf(notice)),
        NoticeShape.Mail => Text("surel.txt", NoticeMail.TextOf(notice)),
        NoticeShape.Json => new("order.json", "application/json", NoticeBody.ToJson(notice)),
        NoticeShape.Xarf => XarfFile.Of(notice, from),
        _ => Text("aduan.txt", ComplaintText.Of(notice)),
    };

    private static NoticeFile Text(string name, string text) => new(name, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
