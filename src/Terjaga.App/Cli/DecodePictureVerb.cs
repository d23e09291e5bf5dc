using System.CommandLine;
using System.Text;
using SkiaSharp;
using Terjaga.Evidence;

namespace Terjaga.App.Cli;

/// <summary>
/// <c>decode-picture</c>: reads a picture of a stranger from standard input and writes it in grey, as PGM, for the reader of
/// words; after it a small blurred JPEG, for a page. The desk starts it as a process of its own, because the decoder is native code; nobody types it.
/// </summary>
internal static class DecodePictureVerb
{
    /// <summary>Longest side of what is written, in pixels; more makes the reader slow and no better.</summary>
    private const int MaxSide = 2_400;

    /// <summary>A picture narrower than this is drawn larger: its letters are too small for the reader.</summary>
    private const int SmallWidth = 900;

    public static Command Create()
    {
        var verb = new Verb("decode-picture", "Used by the desk itself.", "./terjaga decode-picture < in.jpg > out.pgm") { Hidden = true };
        verb.SetAction(_ => Run());
        return verb;
    }

    private static int Run()
    {
        using var input = new MemoryStream();
        Console.OpenStandardInput().CopyTo(input);
        input.Position = 0;
        using var codec = SKCodec.Create(input);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height > PictureReader.MaxPixels)
            return ExitCode.BadInput;
        using var decoded = SKBitmap.Decode(codec, new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (decoded is null)
            return ExitCode.BadInput;
        using var output = Console.OpenStandardOutput();
        WriteGrey(decoded, codec.EncodedOrigin, output);
        WritePreview(decoded, codec.EncodedOrigin, output);
        return ExitCode.Done;
    }

    private static void WriteGrey(SKBitmap decoded, SKEncodedOrigin origin, Stream output)
    {
        var scale = decoded.Width < SmallWidth ? 2f : 1f;
        scale = Math.Min(scale, (float)MaxSide / Math.Max(decoded.Width, decoded.Height));
        using var drawn = Draw(decoded, origin, scale, SKColors.White);
        var pixels = drawn.GetPixelSpan();
        var grey = new byte[drawn.Width * drawn.Height];
        for (var i = 0; i < grey.Length; i++)
            grey[i] = (byte)(((pixels[i * 4] * 77) + (pixels[(i * 4) + 1] * 150) + (pixels[(i * 4) + 2] * 29)) >> 8);
        output.Write(Encoding.ASCII.GetBytes($"P5 {drawn.Width} {drawn.Height} 255\n"));
        output.Write(grey);
    }

    /// <summary>Twelve dots wide and drawn large again: colours and shapes stay, words and faces do not.</summary>
    private static void WritePreview(SKBitmap decoded, SKEncodedOrigin origin, Stream output)
    {
        const int Dots = 12, Width = 160;
        using var tiny = Draw(decoded, origin, (float)Dots / decoded.Width, SKColors.White);
        using var blurred = tiny.Resize(new SKImageInfo(Width, Math.Max(1, tiny.Height * Width / tiny.Width)), new SKSamplingOptions(SKFilterMode.Linear));
        using var data = blurred.Encode(SKEncodedImageFormat.Jpeg, 40);
        data.SaveTo(output);
    }

    /// <summary>Upright, as the camera says it was held (EXIF 2.32, tag 274), on a ground where it is transparent.</summary>
    private static SKBitmap Draw(SKBitmap decoded, SKEncodedOrigin origin, float scale, SKColor ground)
    {
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = (Math.Max(1, (int)(decoded.Width * scale)), Math.Max(1, (int)(decoded.Height * scale)));
        var drawn = new SKBitmap(isTurned ? height : width, isTurned ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(ground);
        switch (origin)
        {
            case SKEncodedOrigin.BottomRight:
                canvas.RotateDegrees(180, width / 2f, height / 2f);
                break;
            case SKEncodedOrigin.RightTop:
                canvas.Translate(height, 0);
                canvas.RotateDegrees(90);
                break;
            case SKEncodedOrigin.LeftBottom:
                canvas.Translate(0, width);
                canvas.RotateDegrees(270);
                break;
        }

        using var image = SKImage.FromBitmap(decoded);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKCubicResampler.CatmullRom));
        canvas.Flush();
        return drawn;
    }
}
