using System.Text;
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
    private readonly Dictionary<(Rune Character, bool IsBold), double> _widths = [];
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
    private IEnumerable<string> Wrap(XGraphics page, string text, XFont font, double width)
    {
        var (row, used, space) = ("", 0.0, WidthOf(page, " ", font));
        foreach (var word in text.Split(' '))
        {
            var needs = WidthOf(page, word, font);
            if (row.Length > 0 && used + space + needs <= width)
            {
                (row, used) = (row + " " + word, used + space + needs);
                continue;
            }

            if (row.Length > 0)
                yield return row;
            for ((row, used) = (word, needs); used > width; used = WidthOf(page, row, font))
            {
                var fits = Fitting(page, row, font, width);
                yield return row[..fits];
                row = row[fits..];
            }
        }

        yield return row;
    }

    /// <summary>How many characters of a long word fit, at least one; halves of one character stay together.</summary>
    private int Fitting(XGraphics page, string word, XFont font, double width)
    {
        var (fits, used) = (0, 0.0);
        foreach (var rune in word.EnumerateRunes())
        {
            used += WidthOf(page, rune, font);
            if (used > width && fits > 0)
                break;
            fits += rune.Utf16SequenceLength;
        }

        return fits;
    }

    private double WidthOf(XGraphics page, string text, XFont font) => text.EnumerateRunes().Sum(rune => WidthOf(page, rune, font));

    /// <remarks>PDFsharp adds up the widths of single characters too, and takes long for it: each is asked for once.</remarks>
    private double WidthOf(XGraphics page, Rune rune, XFont font)
    {
        if (!_widths.TryGetValue((rune, font == _bold), out var width))
            _widths.Add((rune, font == _bold), width = page.MeasureString(rune.ToString(), font).Width);
        return width;
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
