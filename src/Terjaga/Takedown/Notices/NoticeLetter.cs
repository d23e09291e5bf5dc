using PdfSharp.Drawing;
using PdfSharp.Fonts;
using PdfSharp.Pdf;

namespace Terjaga.Takedown.Notices;

/// <summary>A letter as PDF, in Indonesian, as offices print and file it.</summary>
internal sealed class NoticeLetter : IDisposable
{
    /// <summary>Border of a page and height of a line, in points; a line is 1.3 times the size of the type.</summary>
    private const double Margin = 56, Size = 10, Line = 13, HeadGap = 7;

    private static readonly Lock _once = new();

    private readonly PdfDocument _document = new();
    private readonly XFont _plain = new(LetterFonts.Family, Size, XFontStyleEx.Regular, new XPdfFontOptions(PdfFontEncoding.Unicode));
    private readonly XFont _bold = new(LetterFonts.Family, Size, XFontStyleEx.Bold, new XPdfFontOptions(PdfFontEncoding.Unicode));
    private XGraphics? _page;
    private double _top;

    private NoticeLetter(Notice notice)
    {
        // PDFsharp 6.2.4 leaves the check sum out behind what it compresses (RFC 1950), and strict readers complain.
        _document.Options.NoCompression = true;
        _document.Options.CompressContentStreams = false;
        _document.Info.Title = new NoticeText(notice, "id").Number;
        _document.Info.CreationDate = notice.WrittenAt.UtcDateTime;
    }

    public static byte[] ToPdf(Notice notice)
    {
        UseOwnFonts();
        using var letter = new NoticeLetter(notice);
        foreach (var line in LetterText.Of(notice))
            letter.Write(line);
        return letter.Finish(new NoticeText(notice, "id"));
    }

    public void Dispose()
    {
        _page?.Dispose();
        _document.Dispose();
    }

    /// <remarks>PDFsharp knows one resolver for the process, and refuses a second one.</remarks>
    private static void UseOwnFonts()
    {
        lock (_once)
            GlobalFontSettings.FontResolver ??= new LetterFonts();
    }

    private void Write(LetterLine line)
    {
        var font = line.IsHead ? _bold : _plain;
        _top += line.IsHead ? HeadGap : 0;
        var page = PageFor(Line);
        foreach (var row in Wrap(page, line.Text, font, page.PageSize.Width - 2 * Margin))
        {
            page = PageFor(Line);
            page.DrawString(row, font, XBrushes.Black, new XPoint(Margin, _top));
            _top += Line;
        }
    }

    /// <summary>The page that has room for so many points; a new one where the last has not.</summary>
    private XGraphics PageFor(double height)
    {
        if (_page is { } open && _top + height <= open.PageSize.Height - Margin)
            return open;
        _page?.Dispose();
        var page = _document.AddPage();
        page.Size = PdfSharp.PageSize.A4;
        _top = Margin + Line;
        return _page = XGraphics.FromPdfPage(page);
    }

    /// <summary>Rows that are no wider than the page; a word that is, such as a long address, is broken.</summary>
    private static IEnumerable<string> Wrap(XGraphics page, string text, XFont font, double width)
    {
        var row = "";
        foreach (var word in text.Split(' '))
        {
            var next = row.Length == 0 ? word : row + " " + word;
            if (page.MeasureString(next, font).Width <= width)
            {
                row = next;
                continue;
            }

            if (row.Length > 0)
                yield return row;
            for (row = word; page.MeasureString(row, font).Width > width;)
            {
                var fits = Fitting(page, row, font, width);
                yield return row[..fits];
                row = row[fits..];
            }
        }

        yield return row;
    }

    /// <summary>How many characters of a long word fit, at least one; halves of one character stay together.</summary>
    private static int Fitting(XGraphics page, string word, XFont font, double width)
    {
        var (fits, over) = (1, word.Length);
        while (over - fits > 1)
        {
            var middle = (fits + over) / 2;
            if (page.MeasureString(word[..middle], font).Width <= width)
                fits = middle;
            else
                over = middle;
        }

        return fits > 1 && char.IsHighSurrogate(word[fits - 1]) ? fits - 1 : fits;
    }

    private byte[] Finish(NoticeText words)
    {
        _page?.Dispose();
        _page = null;
        for (var i = 0; i < _document.PageCount; i++)
        {
            using var page = XGraphics.FromPdfPage(_document.Pages[i]);
            page.DrawString(words.Say("letter.page", words.Number, i + 1, _document.PageCount), _plain, XBrushes.Black, new XPoint(Margin, page.PageSize.Height - Margin + 2 * Line));
        }

        using var bytes = new MemoryStream();
        _document.Save(bytes, closeStream: false);
        return bytes.ToArray();
    }
}
