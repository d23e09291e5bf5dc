using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using QRCoder;
using SkiaSharp;
using Terjaga.App.Casework;
using Terjaga.App.Errors;
using Terjaga.App.Web;
using Terjaga.Screening;

namespace Terjaga.App.Intake.Checking;

/// <summary>A picture to pass on: the band, the signs by name, and where to check. It holds nothing of what was checked.</summary>
internal static class CheckCard
{
    /// <summary>Size, in pixels: what chats show without cutting.</summary>
    private const int Width = 720, Height = 900, Margin = 48, MaxSigns = 4, CodeSize = 180;

    /// <summary>Fonts of Debian that have all letters that are drawn, in the order in which they are tried.</summary>
    private static readonly string[] _fonts =
    [
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
        "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    ];

    /// <remarks>Our build of the library finds no fonts by itself; read once.</remarks>
    private static readonly Lazy<SKTypeface?> _face = new(() => _fonts.Where(File.Exists).Select(file => SKTypeface.FromFile(file)).FirstOrDefault(face => face is not null));

    public static string AddressOf(Band band, IEnumerable<string> signs) =>
        $"{CheckPages.Path}/kartu.png?pita={band}&tanda={string.Join(',', signs.Take(MaxSigns))}&{Languages.Switch}={Languages.Current}";

    /// <summary>Whether this machine has letters to draw with; without them there is no card.</summary>
    public static bool IsPossible => _face.Value is not null;

    /// <summary>PNG; a sign that the catalogue does not have is left out. Fails with <c>card.no-font</c> or <c>rate.limited</c>.</summary>
    public static IResult Answer(
        [FromQuery] Band pita, [FromQuery] string? tanda, Catalogue catalogue, IStringLocalizer<CheckWords> words, DeskAddress ourselves,
        CheckRates rates, HttpContext context)
    {
        if (!rates.MayCheck(context.Connection.RemoteIpAddress))
            return ProblemAnswers.ToPage(new Problem("rate.limited"));
        if (_face.Value is not { } face)
            return ProblemAnswers.ToPage(new Problem("card.no-font"));
        var titles = (tanda ?? "").Split(',').Take(MaxSigns).Where(id => catalogue.Signals.Any(signal => signal.Id == id))
            .Select(id => catalogue.TitleOf(id, Languages.Current)).ToList();
        return TypedResults.Bytes(
            Draw(face, words["band." + pita], words["card.text"], titles, ourselves.Page(CheckPages.Path), pita), "image/png");
    }

    private static byte[] Draw(SKTypeface font, string band, string text, IReadOnlyList<string> signs, Uri page, Band kind)
    {
        using var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        using var bar = new SKPaint { Color = ColourOf(kind) };
        canvas.DrawRect(0, 0, Width, 24, bar);
        var y = Write(canvas, font, band, 52, 120, ColourOf(kind));
        foreach (var sign in signs)
            y = Write(canvas, font, "• " + sign, 30, y + 8, SKColors.Black);
        Write(canvas, font, text, 30, y + 32, SKColors.Black);
        DrawCode(canvas, page.AbsoluteUri);
        Write(canvas, font, page.Authority + page.AbsolutePath, 28, Height - Margin, SKColors.Black);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static float Write(SKCanvas canvas, SKTypeface face, string text, int size, float y, SKColor colour)
    {
        using var font = new SKFont(face, size);
        using var ink = new SKPaint { Color = colour, IsAntialias = true };
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && font.MeasureText(line + " " + word) > Width - (2 * Margin))
            {
                canvas.DrawText(line, Margin, y, SKTextAlign.Left, font, ink);
                (line, y) = (word, y + (size * 1.35f));
                continue;
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        canvas.DrawText(line, Margin, y, SKTextAlign.Left, font, ink);
        return y + (size * 1.35f);
    }

    private static void DrawCode(SKCanvas canvas, string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var ink = new SKPaint { Color = SKColors.Black };
        var modules = code.ModuleMatrix;
        var dot = CodeSize / modules.Count;
        for (var row = 0; row < modules.Count; row++)
        {
            for (var column = 0; column < modules.Count; column++)
            {
                if (modules[row][column])
                    canvas.DrawRect(Margin + (column * dot), Height - CodeSize - (2 * Margin) + (row * dot), dot, dot, ink);
            }
        }
    }

    private static SKColor ColourOf(Band band) => band switch
    {
        Band.DangerSigns => new SKColor(0x93, 0x24, 0x18),
        Band.Check => new SKColor(0x71, 0x45, 0x00),
        _ => new SKColor(0x1b, 0x4c, 0x6f),
    };
}
