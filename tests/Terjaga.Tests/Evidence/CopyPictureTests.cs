using System.Text;
using SkiaSharp;
using Terjaga.Evidence;
using Terjaga.Screening.Images;
using Terjaga.Tests.Evidence.Store;

namespace Terjaga.Tests.Evidence;

public sealed class CopyPictureTests
{
    [Theory]
    [InlineData("png", "PK\u0003\u0004 zip behind it")]
    [InlineData("jpeg", "<script>alert(1)</script>")]
    [InlineData("webp", "%PDF-1.7 behind it")]
    public async Task What_is_hidden_behind_a_picture_is_not_in_its_copy(string format, string tail)
    {
        byte[] picture = [.. StoreDesk.Draw(3, Enum.Parse<SKEncodedImageFormat>(format, ignoreCase: true)), .. Encoding.Latin1.GetBytes(tail)];

        var copy = Expect.Value(await CopyAsync(picture));

        AssertBare(copy, tail);
    }

    [Fact]
    public async Task Comments_and_places_in_a_jpeg_are_not_in_its_copy()
    {
        var jpeg = StoreDesk.Draw(4, SKEncodedImageFormat.Jpeg);
        byte[] picture = [.. jpeg[..2], .. Segment(0xFE, "<html><script>x"), .. Segment(0xE1, "Exif\0\0 GPS -6.2 106.8"), .. jpeg[2..]];

        var copy = Expect.Value(await CopyAsync(picture));

        AssertBare(copy, "script", "Exif", "106.8");
    }

    [Fact]
    public async Task A_script_that_is_also_a_gif_is_no_script_any_more()
    {
        using var bitmap = new SKBitmap(8, 8);
        byte[] gif = [.. "GIF89a"u8, 2, 0, 2, 0, 0x80, 0, 0, 255, 0, 0, 0, 0, 255, 0x2C, 0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 3, 0x44, 0x34, 0x05, 0, 0x3B, .. "=1;alert(1)//"u8];

        AssertBare(Expect.Value(await CopyAsync(gif)), "alert", "GIF");
    }

    [Fact]
    public async Task A_copy_is_upright_as_the_camera_said_and_bounded()
    {
        using var wide = new SKBitmap(3_000, 30);
        using var data = wide.Encode(SKEncodedImageFormat.Jpeg, 80);
        var jpeg = data.ToArray();
        // TIFF header, one entry: tag 274 (orientation), SHORT, 1, value 6: turned to the right.
        byte[] turned = [.. jpeg[..2], .. Segment(0xE1, "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0\u0006\0\0\0\0\0\0\0"), .. jpeg[2..]];

        var header = PictureHeader.TryRead(Expect.Value(await CopyAsync(turned)).Content);

        Assert.Equal(CopyPicture.MaxSide, header!.Height);
        Assert.Equal(24, header.Width);
    }

    [Fact]
    public async Task What_is_broken_too_large_or_a_drawing_of_code_has_no_copy()
    {
        Expect.Problem("picture.no-copy", await CopyAsync("<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"u8.ToArray()));
        var png = StoreDesk.Draw(5);
        Expect.Problem("picture.no-copy", await CopyAsync(png[..40]));
        // Width and height of the header: 10,000 each.
        new byte[] { 0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10 }.CopyTo(png, 16);
        Expect.Problem("picture.no-copy", await CopyAsync(png));
    }

    internal static void AssertBare(CopyPicture.Copy copy, params string[] absent)
    {
        Assert.Equal("image/jpeg", copy.MediaType);
        Assert.Equal([0xFF, 0xD8], copy.Content[..2]);
        Assert.Equal([0xFF, 0xD9], copy.Content[^2..]);
        var text = Encoding.Latin1.GetString(copy.Content);
        Assert.All(absent, word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));

        // Between start and picture: JFIF, tables, frame; no application's segment and no comment.
        for (var at = 2; copy.Content[at + 1] != 0xDA; at += 2 + (copy.Content[at + 2] << 8) + copy.Content[at + 3])
            Assert.True(copy.Content[at + 1] is 0xE0 or 0xDB or 0xC0 or 0xC1 or 0xC2 or 0xC4 or 0xDD, $"Segment {copy.Content[at + 1]:X2}");
    }

    private static byte[] Segment(byte marker, string text) =>
        [0xFF, marker, (byte)((text.Length + 2) >> 8), (byte)(text.Length + 2), .. Encoding.Latin1.GetBytes(text)];

    private static async Task<Result<CopyPicture.Copy>> CopyAsync(byte[] picture)
    {
        using var copy = new CopyPicture();
        return await copy.RunAsync(picture, TestContext.Current.CancellationToken);
    }
}
