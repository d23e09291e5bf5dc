using Terjaga.Screening.Images;

namespace Terjaga.Evidence;

/// <summary>Decodes a picture of a stranger in a process of its own, the executable's <c>decode-picture</c>: the decoder is native code.</summary>
internal static class PictureDecoder
{
    /// <summary>Most bytes of a picture in grey: its longest side is 2,400 pixels.</summary>
    private const int MaxGrey = (2_400 * 2_400) + 64;

    /// <summary>Most bytes of a blurred preview (6 KiB): it goes into the page.</summary>
    private const int MaxPreview = 6 * 1024;

    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "Terjaga.App");

    /// <summary>In grey and upright, as PGM; null for what is no picture or has more pixels than are opened.</summary>
    public static Task<byte[]?> GreyAsync(byte[] picture, CancellationToken cancellationToken) =>
        RunAsync(picture, ["decode-picture"], MaxGrey, cancellationToken);

    /// <summary>Small and blurred, as JPEG: neither words nor faces can be made out.</summary>
    public static Task<byte[]?> PreviewAsync(byte[] picture, CancellationToken cancellationToken) =>
        RunAsync(picture, ["decode-picture", "--preview"], MaxPreview, cancellationToken);

    private static async Task<byte[]?> RunAsync(byte[] picture, string[] arguments, int maxOutput, CancellationToken cancellationToken) =>
        PictureHeader.TryRead(picture) is { } header && (long)header.Width * header.Height <= PictureReader.MaxPixels
            && (await ChildProcess.RunAsync(_program, arguments, picture, maxOutput, isManaged: true, cancellationToken)).Output is { Length: > 0 } output
            ? output
            : null;
}
