using SkiaSharp;
using Terjaga.Evidence;

namespace Terjaga.Tests.Evidence;

public sealed class ReadUploadedPictureTests
{
    private const string Font = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf";

    [Fact]
    public async Task The_words_of_a_picture_are_read_with_their_confidence_and_a_blurred_copy()
    {
        var read = Expect.Value(await ReadAsync(Draw("LOWONGAN KERJA", "Perawat lansia di Jepang", "Telepon 0861-5555-1234")));

        Assert.Contains("Perawat lansia di Jepang", read.Text, StringComparison.Ordinal);
        Assert.InRange(read.Confidence ?? 0, 0.7, 1);
        Assert.StartsWith("data:image/jpeg;base64,", read.Blurred, StringComparison.Ordinal);
        Assert.InRange(read.Blurred!.Length, 100, 8_500);
    }

    [Fact]
    public async Task An_identity_card_is_refused() => Expect.Problem("picture.identity-card", await ReadAsync(Draw(
        "PROVINSI JAWA CONTOH", "NIK : 3200000101900001", "Nama : BUDI CONTOH", "Tempat/Tgl Lahir : CONTOH, 01-01-1990",
        "Jenis Kelamin : LAKI-LAKI", "Kecamatan : CONTOH", "Agama : -", "Status Perkawinan : KAWIN", "Berlaku Hingga : SEUMUR HIDUP")));

    [Fact]
    public async Task A_picture_of_a_hundred_megapixels_is_not_opened()
    {
        var png = Draw("x");
        // Width and height of the header: 10,000 each.
        new byte[] { 0, 0, 0x27, 0x10, 0, 0, 0x27, 0x10 }.CopyTo(png, 16);

        Expect.Problem("picture.too-many-pixels", await ReadAsync(png));
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(40)]
    public async Task A_picture_that_cannot_be_decoded_is_told(int length)
    {
        var png = Draw("LOWONGAN")[..40];
        Array.Resize(ref png, length);

        Expect.Problem("picture.unreadable", await ReadAsync(png));
    }

    [Fact]
    public async Task A_program_under_the_name_of_a_picture_is_told() => Expect.Problem("picture.unreadable", await ReadAsync([.. "MZ"u8, .. new byte[500]]));

    [Theory]
    [InlineData("images")]
    [InlineData("hostile")]
    public async Task No_shared_picture_ends_in_anything_but_words_or_a_code(string folder)
    {
        string[] kinds = [".png", ".jpg", ".jpeg", ".gif", ".webp"];
        var files = Directory.EnumerateFiles(SharedFolder.Require("standards/" + folder), "*", SearchOption.AllDirectories)
            .Where(file => kinds.Contains(Path.GetExtension(file).ToLowerInvariant()) && new FileInfo(file).Length < 8 * 1024 * 1024).Take(12).ToList();
        Assert.SkipWhen(files.Count == 0, "There is no picture in that folder.");
        foreach (var file in files)
        {
            var read = await ReadAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.True(read.TryGet(out _, out var problem) || problem.Code.StartsWith("picture.", StringComparison.Ordinal), file);
        }
    }

    private static async Task<Result<ReadUploadedPicture.Read>> ReadAsync(byte[] picture)
    {
        using var reader = new ReadUploadedPicture();
        return await reader.RunAsync(picture, TestContext.Current.CancellationToken);
    }

    private static byte[] Draw(params string[] lines)
    {
        using var bitmap = new SKBitmap(900, 80 + (lines.Length * 60));
        using var canvas = new SKCanvas(bitmap);
        using var face = SKTypeface.FromFile(Font);
        using var font = new SKFont(face, 34);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        canvas.Clear(SKColors.White);
        for (var i = 0; i < lines.Length; i++)
            canvas.DrawText(lines[i], 40, 70 + (i * 60), SKTextAlign.Left, font, ink);
        canvas.Flush();
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }
}
