using System.Buffers;
using SkiaSharp;
using Terjaga.Evidence;
using Terjaga.Screening.Images;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.App.Cli.Pictures;

/// <summary>Tells what the picture in a file looks like. Decodes in this process: for files that whoever types the command has chosen.</summary>
public static class PictureLook
{
    /// <summary>Largest file that is read: 64 MiB.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>
    /// Dots of each side of what is compared, if the picture is larger: single dots are taken out of it, as the published
    /// hasher does.
    /// </summary>
    private const int Side = 512;

    /// <summary>
    /// Dots that the shorter side of a JPEG keeps where it is decoded smaller, which takes a quarter of the time. Of the
    /// published pictures no hash then differs in more than 8 bits from that of the whole picture (docs/quality.md).
    /// </summary>
    private const int MinDecodedSide = 240;

    /// <summary>Steps of the sizes in which a JPEG can be decoded: its blocks are 8 by 8 (ITU-T T.81).</summary>
    private const int JpegSteps = 8;

    /// <summary>
    /// Fails with <c>picture.unreadable</c>, <c>picture.too-many-pixels</c> (known before anything is decoded) or
    /// <c>picture.incomplete</c>.
    /// </summary>
    public static Result<PdqReading> Read(byte[] picture)
    {
        if (PictureHeader.TryRead(picture) is not { } header)
            return new Problem("picture.unreadable");
        if (IsTooLarge(header.Width, header.Height))
            return new Problem("picture.too-many-pixels", PictureReader.MaxPixels / 1_000_000);
        using var data = SKData.CreateCopy(picture);
        using var codec = SKCodec.Create(data);
        if (codec is null || IsTooLarge(codec.Info.Width, codec.Info.Height))
            return new Problem("picture.unreadable");
        using var bitmap = new SKBitmap();
        var size = DecodedSize(codec);
        var isGrey = codec.Info.ColorType == SKColorType.Gray8;
        var alpha = codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul;
        var info = new SKImageInfo(size.Width, size.Height, isGrey ? SKColorType.Gray8 : SKColorType.Rgba8888, alpha);
        if (!bitmap.TryAllocPixels(info))
            return new Problem("picture.unreadable");
        return codec.GetPixels(info, bitmap.GetPixels()) switch
        {
            SKCodecResult.Success => Look(bitmap, codec.Info.Width, codec.Info.Height),
            SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput => new Problem("picture.incomplete"),
            _ => new Problem("picture.unreadable"),
        };
    }

    private static bool IsTooLarge(int width, int height) => (long)width * height > PictureReader.MaxPixels;

    private static SKSizeI DecodedSize(SKCodec codec)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if (codec.EncodedFormat != SKEncodedImageFormat.Jpeg || Math.Max(width, height) <= Side)
            return new SKSizeI(width, height);
        for (var step = 1; step < JpegSteps; step++)
        {
            if (codec.GetScaledDimensions((float)step / JpegSteps) is var size && Math.Min(size.Width, size.Height) >= MinDecodedSide)
                return size;
        }

        return new SKSizeI(width, height);
    }

    /// <param name="width">Of the picture before it was decoded smaller, and so <paramref name="height"/>.</param>
    private static PdqReading Look(SKBitmap decoded, int width, int height)
    {
        var isWhole = Math.Max(width, height) <= Side;
        var (columns, rows) = isWhole ? (width, height) : (Side, Side);
        var luma = ArrayPool<float>.Shared.Rent(columns * rows);
        try
        {
            var dots = luma.AsSpan(0, columns * rows);
            if (isWhole)
                Convert(decoded.GetPixelSpan(), decoded.ColorType, dots);
            else
                Sample(decoded, width, height, dots);
            return PdqHasher.Read(dots, columns, rows);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(luma);
        }
    }

    private static void Sample(SKBitmap decoded, int width, int height, Span<float> dots)
    {
        Span<int> columns = stackalloc int[Side];
        for (var column = 0; column < Side; column++)
            columns[column] = At(column, width, decoded.Width);
        var line = ArrayPool<float>.Shared.Rent(decoded.Width);
        try
        {
            var whole = line.AsSpan(0, decoded.Width);
            for (var (row, before) = (0, -1); row < Side; row++)
            {
                var from = At(row, height, decoded.Height);
                if (from != before)
                    Convert(decoded.GetPixelSpan()[(from * decoded.RowBytes)..], decoded.ColorType, whole);
                before = from;
                var target = dots.Slice(row * Side, Side);
                for (var column = 0; column < Side; column++)
                    target[column] = whole[columns[column]];
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(line);
        }
    }

    /// <summary>The dot that the published hasher takes, where it came to lie in the picture as it was decoded.</summary>
    private static int At(int dot, int length, int decodedLength) => (int)((long)dot * length / Side * decodedLength / length);

    private static void Convert(ReadOnlySpan<byte> pixels, SKColorType kind, Span<float> luma)
    {
        if (kind == SKColorType.Gray8)
            Luma.FromGrey(pixels, luma);
        else
            Luma.FromRgba(pixels, luma);
    }
}
