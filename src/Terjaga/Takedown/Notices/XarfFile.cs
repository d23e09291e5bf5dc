using System.IO.Compression;
using MimeKit;

namespace Terjaga.Takedown.Notices;

/// <summary>The XARF reports of a letter as one file: a report where there is one address, else a ZIP of them.</summary>
internal static class XarfFile
{
    public static NoticeFile Of(Notice notice, MailboxAddress from)
    {
        if (notice.Orders is [var only])
            return new NoticeFile("xarf.json", "application/json", XarfReport.ToJson(notice, only, from));

        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var order in notice.Orders)
            {
                var entry = zip.CreateEntry($"{order.Order:D}.json", CompressionLevel.Optimal);
                entry.LastWriteTime = notice.WrittenAt;
                using var file = entry.Open();
                file.Write(XarfReport.ToJson(notice, order, from));
            }
        }

        return new NoticeFile("xarf.zip", "application/zip", bytes.ToArray());
    }
}
