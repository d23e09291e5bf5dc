using SkiaSharp;
using Terjaga.Evidence;

namespace Terjaga.App.Cli;

/// <summary>A picture of a stranger, decoded in a process that may die of it.</summary>
internal sealed class StrangersPicture : IDisposable
{
    private readonly SKBitmap _decoded;

    private readonly SKEncodedOrigin _origin;

    private StrangersPicture(SKBitmap decoded, SKEncodedOrigin origin) => (_decoded, _origin) = (decoded, origin);

    /// <summary>In pixels, as it lies in the file.</summary>
    public int Width => _decoded.Width;

    public int Height => _decoded.Height;

    /// <summary>Null for what is no picture, cannot be decoded or has more pixels than are opened.</summary>
    public static StrangersPicture? Read(Stream stream)
    {
        using var input = new MemoryStream();
        stream.CopyTo(input);
        input.Position = 0;
        using var codec = SKCodec.Create(input);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > PictureReader.MaxPixels)
            return null;
        var decoded = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (decoded is null)
            return null;

        // Or drawing would copy all of it first.
        decoded.SetImmutable();
        return new StrangersPicture(decoded, codec.EncodedOrigin);
    }

    /// <summary>Upright, as the camera says it was held, on white where it is transparent; nothing but its dots goes along.</summary>
    public SKBitmap Draw(float scale)
    {
        var (width, height) = (Math.Max(1, (int)(Width * scale)), Math.Max(1, (int)(Height * scale)));
        var isTurned = _origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var drawn = new SKBitmap(isTurned ? height : width, isTurned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.White);
        canvas.SetMatrix(ToUpright(width, height));
        using var image = SKImage.FromBitmap(_decoded);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKCubicResampler.CatmullRom));
        canvas.Flush();
        return drawn;
    }

    public void Dispose() => _decoded.Dispose();

    /// <remarks>EXIF 2.32, tag 274: eight ways to hold a camera or to mirror what it saw.</remarks>
    private SKMatrix ToUpright(float width, float height) => _origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}
