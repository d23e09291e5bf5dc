using System.CommandLine;
using System.Text;
using SkiaSharp;

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
        using var picture = StrangersPicture.Read(Console.OpenStandardInput());
        if (picture is null)
            return ExitCode.BadInput;
        using var output = Console.OpenStandardOutput();
        WriteGrey(picture, output);
        WritePreview(picture, output);
        return ExitCode.Done;
    }

    private static void WriteGrey(StrangersPicture picture, Stream output)
    {
        var scale = picture.Width < SmallWidth ? 2f : 1f;
        scale = Math.Min(scale, (float)MaxSide / Math.Max(picture.Width, picture.Height));
        using var drawn = picture.Draw(scale);
        var pixels = drawn.GetPixelSpan();
        var grey = new byte[drawn.Width * drawn.Height];
        for (var i = 0; i < grey.Length; i++)
            grey[i] = (byte)(((pixels[i * 4] * 77) + (pixels[(i * 4) + 1] * 150) + (pixels[(i * 4) + 2] * 29)) >> 8);
        output.Write(Encoding.ASCII.GetBytes($"P5 {drawn.Width} {drawn.Height} 255\n"));
        output.Write(grey);
    }

    /// <summary>Twelve dots wide and drawn large again: colours and shapes stay, words and faces do not.</summary>
    private static void WritePreview(StrangersPicture picture, Stream output)
    {
        const int Dots = 12, Width = 160;
        using var tiny = picture.Draw((float)Dots / picture.Width);
        using var blurred = tiny.Resize(new SKImageInfo(Width, Math.Max(1, tiny.Height * Width / tiny.Width)), new SKSamplingOptions(SKFilterMode.Linear));
        using var data = blurred.Encode(SKEncodedImageFormat.Jpeg, 40);
        data.SaveTo(output);
    }
}
