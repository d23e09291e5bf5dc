using System.Globalization;
using System.Xml.Linq;
using SkiaSharp;
using Terjaga.App.Web;

namespace Terjaga.App.Offline;

/// <summary>The sign of the house as the pictures that phones ask for, drawn from <c>icon.svg</c>.</summary>
/// <remarks>
/// The ground fills the whole square: a phone cuts it to the shape of its own icons. The sign itself lies within the safe
/// circle of a maskable icon, 40 % of the side around the middle (Web Application Manifest, W3C).
/// </remarks>
internal static class AppIcons
{
    public const string MediaType = "image/png";

    /// <summary>Sides in pixels: those that Chromium wants before it offers to install.</summary>
    public const int SmallSide = 192, LargeSide = 512;

    /// <summary>Side of the drawing in <c>icon.svg</c>.</summary>
    private const float DrawnSide = 32;

    public static OwnFile Small { get; } = new("/icon-192.png", Draw(SmallSide), MediaType);

    public static OwnFile Large { get; } = new("/icon-512.png", Draw(LargeSide), MediaType);

    private static byte[] Draw(int side)
    {
        using var content = new MemoryStream(OwnFile.Read("icon.svg"));
        var drawing = XDocument.Load(content).Root!;
        using var bitmap = new SKBitmap(side, side);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColor.Parse(Text(Only(drawing, "rect"), "fill")));
        canvas.Scale(side / DrawnSide);

        var lines = Only(drawing, "g");
        using var pen = new SKPaint
        {
            Color = SKColor.Parse(Text(lines, "stroke")),
            StrokeWidth = Number(lines, "stroke-width"),
            Style = SKPaintStyle.Stroke,
            StrokeCap = SKStrokeCap.Round,
            StrokeJoin = SKStrokeJoin.Round,
            IsAntialias = true,
        };
        foreach (var line in lines.Elements())
        {
            using var path = SKPath.ParseSvgPathData(Text(line, "d"));
            canvas.DrawPath(path, pen);
        }

        var dot = Only(drawing, "circle");
        using var ink = new SKPaint { Color = SKColor.Parse(Text(dot, "fill")), IsAntialias = true };
        canvas.DrawCircle(Number(dot, "cx"), Number(dot, "cy"), Number(dot, "r"), ink);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static XElement Only(XElement drawing, string name) => drawing.Elements(drawing.Name.Namespace + name).Single();

    private static string Text(XElement shape, string name) => shape.Attribute(name)!.Value;

    private static float Number(XElement shape, string name) => float.Parse(Text(shape, name), CultureInfo.InvariantCulture);
}
