using System.CommandLine;
using SkiaSharp;
using Terjaga.Evidence;

namespace Terjaga.App.Cli;

/// <summary>
/// <c>copy-picture</c>: reads a picture of a stranger from standard input and writes it drawn anew, as JPEG, for a page. The
/// desk starts it as a process of its own, because the decoder is native code; nobody types it.
/// </summary>
internal static class CopyPictureVerb
{
    /// <summary>Letters of a screenshot stay sharp, and the copy is smaller than most originals.</summary>
    private const int Quality = 90;

    public static Command Create()
    {
        var verb = new Verb("copy-picture", "Used by the desk itself.", "./terjaga copy-picture < in.jpg > out.jpg") { Hidden = true };
        verb.SetAction(_ => Run());
        return verb;
    }

    private static int Run()
    {
        using var picture = StrangersPicture.Read(Console.OpenStandardInput());
        if (picture is null)
            return ExitCode.BadInput;
        using var drawn = picture.Draw(Math.Min(1f, (float)CopyPicture.MaxSide / Math.Max(picture.Width, picture.Height)));
        using var copy = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality);
        using var output = Console.OpenStandardOutput();
        copy.SaveTo(output);
        return ExitCode.Done;
    }
}
