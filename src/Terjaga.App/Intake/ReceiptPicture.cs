using QRCoder;
using SkiaSharp;
using Terjaga.Intake;

namespace Terjaga.App.Intake;

/// <summary>The receipt as a picture that a phone keeps among its photographs: the code to scan, and the characters.</summary>
/// <remarks>
/// The characters are drawn from our own dots: a server has no fonts, and the picture must look the same everywhere.
/// </remarks>
internal static class ReceiptPicture
{
    /// <summary>Size of the picture, in pixels.</summary>
    public const int Width = 360, Height = 460;

    private const int Dot = 4, GlyphWidth = 5, GlyphHeight = 7, CodeSize = 300, Margin = 30;

    /// <summary>Rows of each character from the top, five dots a row, the leftmost dot in the highest of five bits.</summary>
    private static readonly Dictionary<char, byte[]> _glyphs = new()
    {
        ['0'] = [0x0E, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0E],
        ['1'] = [0x04, 0x0C, 0x04, 0x04, 0x04, 0x04, 0x0E],
        ['2'] = [0x0E, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1F],
        ['3'] = [0x1F, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0E],
        ['4'] = [0x02, 0x06, 0x0A, 0x12, 0x1F, 0x02, 0x02],
        ['5'] = [0x1F, 0x10, 0x1E, 0x01, 0x01, 0x11, 0x0E],
        ['6'] = [0x06, 0x08, 0x10, 0x1E, 0x11, 0x11, 0x0E],
        ['7'] = [0x1F, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08],
        ['8'] = [0x0E, 0x11, 0x11, 0x0E, 0x11, 0x11, 0x0E],
        ['9'] = [0x0E, 0x11, 0x11, 0x0F, 0x01, 0x02, 0x0C],
        ['A'] = [0x0E, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11],
        ['B'] = [0x1E, 0x11, 0x11, 0x1E, 0x11, 0x11, 0x1E],
        ['C'] = [0x0E, 0x11, 0x10, 0x10, 0x10, 0x11, 0x0E],
        ['D'] = [0x1C, 0x12, 0x11, 0x11, 0x11, 0x12, 0x1C],
        ['E'] = [0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x1F],
        ['F'] = [0x1F, 0x10, 0x10, 0x1E, 0x10, 0x10, 0x10],
        ['G'] = [0x0E, 0x11, 0x10, 0x17, 0x11, 0x11, 0x0F],
        ['H'] = [0x11, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11],
        ['J'] = [0x07, 0x02, 0x02, 0x02, 0x02, 0x12, 0x0C],
        ['K'] = [0x11, 0x12, 0x14, 0x18, 0x14, 0x12, 0x11],
        ['M'] = [0x11, 0x1B, 0x15, 0x15, 0x11, 0x11, 0x11],
        ['N'] = [0x11, 0x11, 0x19, 0x15, 0x13, 0x11, 0x11],
        ['P'] = [0x1E, 0x11, 0x11, 0x1E, 0x10, 0x10, 0x10],
        ['Q'] = [0x0E, 0x11, 0x11, 0x11, 0x15, 0x12, 0x0D],
        ['R'] = [0x1E, 0x11, 0x11, 0x1E, 0x14, 0x12, 0x11],
        ['S'] = [0x0F, 0x10, 0x10, 0x0E, 0x01, 0x01, 0x1E],
        ['T'] = [0x1F, 0x04, 0x04, 0x04, 0x04, 0x04, 0x04],
        ['V'] = [0x11, 0x11, 0x11, 0x11, 0x11, 0x0A, 0x04],
        ['W'] = [0x11, 0x11, 0x11, 0x15, 0x15, 0x15, 0x0A],
        ['X'] = [0x11, 0x11, 0x0A, 0x04, 0x0A, 0x11, 0x11],
        ['Y'] = [0x11, 0x11, 0x11, 0x0A, 0x04, 0x04, 0x04],
        ['Z'] = [0x1F, 0x01, 0x02, 0x04, 0x08, 0x10, 0x1F],
        ['-'] = [0x00, 0x00, 0x00, 0x1F, 0x00, 0x00, 0x00],
    };

    /// <summary>A PNG of some four kilobytes.</summary>
    public static byte[] Draw(Receipt receipt)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        DrawCode(canvas, receipt.Text);

        // Two lines of three groups: as wide as a phone held upright.
        var half = (receipt.Text.Length / 2) + 1;
        DrawLine(canvas, receipt.Text[..(half - 1)], CodeSize + Margin + 30);
        DrawLine(canvas, receipt.Text[half..], CodeSize + Margin + 30 + ((GlyphHeight + 4) * Dot));
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static void DrawCode(SKCanvas canvas, string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var size = CodeSize / modules.Count;
        var left = (Width - (size * modules.Count)) / 2;
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x])
                    Fill(canvas, left + (x * size), Margin + (y * size), size);
            }
        }
    }

    private static void DrawLine(SKCanvas canvas, string text, int top)
    {
        var left = (Width - (text.Length * (GlyphWidth + 1) * Dot)) / 2;
        for (var i = 0; i < text.Length; i++)
        {
            for (var dot = 0; dot < GlyphWidth * GlyphHeight; dot++)
            {
                var (row, column) = (dot / GlyphWidth, dot % GlyphWidth);
                if ((_glyphs[text[i]][row] & (1 << (GlyphWidth - 1 - column))) != 0)
                    Fill(canvas, left + (((i * (GlyphWidth + 1)) + column) * Dot), top + (row * Dot), Dot);
            }
        }
    }

    private static void Fill(SKCanvas canvas, int left, int top, int size)
    {
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = false };
        canvas.DrawRect(left, top, size, size, ink);
    }
}
