namespace Terjaga.Evidence;

/// <summary>What kind of picture our own browser took.</summary>
internal static class PictureKind
{
    public const string Png = "image/png", Jpeg = "image/jpeg";

    /// <summary>First bytes of every JPEG file (ISO 10918-1, marker "start of image").</summary>
    private static readonly byte[] _jpeg = [0xFF, 0xD8];

    public static string Of(ReadOnlySpan<byte> picture) => picture.StartsWith(_jpeg) ? Jpeg : Png;
}
