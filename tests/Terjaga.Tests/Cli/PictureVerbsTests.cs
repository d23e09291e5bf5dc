using SkiaSharp;

namespace Terjaga.Tests.Cli;

public sealed class PictureVerbsTests : IDisposable
{
    private const string One = "d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22";

    /// <summary>The same but for one bit.</summary>
    private const string Two = "d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b23";

    private static readonly string _other = new('0', 64);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("terjaga-");

    [Fact]
    public async Task Each_picture_has_a_row_and_what_is_none_a_code()
    {
        var picture = Picture();
        var good = Write("good, \"better\".png", picture);
        var program = Write("program.png", [.. "MZ"u8, .. new byte[500]]);
        var cut = Write("cut.png", picture[..(picture.Length / 2)]);
        var bomb = Write("bomb.png", Bomb(picture));
        var missing = Path.Combine(_folder.FullName, "missing.jpg");

        var (exitCode, output, errors) = await TypeAsync("pdq", program, good, cut, bomb, missing, good);

        Assert.Equal(1, exitCode);
        var rows = output.TrimEnd().Split('\n');
        Assert.Equal(2, rows.Length);
        Assert.Matches("^[0-9a-f]{64},[0-9]{1,3},\"", rows[0]);
        Assert.EndsWith("good, \"\"better\"\".png\"", rows[0], StringComparison.Ordinal);
        Assert.Equal(
            [$"{program}: no hash (picture.unreadable).", $"{cut}: no hash (picture.incomplete).",
                $"{bomb}: no hash (picture.too-many-pixels).", $"{missing}: no hash (picture.missing)."],
            errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task The_nearest_comes_first_and_a_line_that_is_no_hash_is_told()
    {
        var index = Write("index.csv", $"{Two},100,two.jpg\n\nnot a hash\n{One}\r\n{_other}");
        var asked = Write("asked.csv", $"{One}\n{new string('f', 20_000)}\n{new string('f', 64)}\n");

        var (exitCode, output, errors) = await TypeAsync("match", "--index", index, "--in", asked);

        Assert.Equal(1, exitCode);
        Assert.Equal($"{One},{One},0\n{One},{Two},1\n", output);
        Assert.Equal(
            [$"{index}, line 3: no hash of 64 hexadecimal digits (match.hash-invalid).",
                $"{asked}, line 2: no hash of 64 hexadecimal digits (match.hash-invalid)."],
            errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task What_lies_further_than_the_radius_is_no_match()
    {
        var (index, asked) = (Write("index.csv", $"{Two}\n{One}\n"), Write("asked.csv", One));

        var (exitCode, output, errors) = await TypeAsync("match", "--index", index, "--radius", "0", "--in", asked);

        Assert.Equal((0, $"{One},{One},0\n", ""), (exitCode, output, errors));
    }

    [Theory]
    [InlineData(2, "match", "--index", "x", "--radius", "257")]
    [InlineData(2, "match", "--index", "-")]
    [InlineData(2, "match")]
    [InlineData(2, "pdq")]
    [InlineData(3, "match", "--index", "/nowhere/index.csv")]
    public async Task A_wrong_order_is_told_in_a_sentence(int expected, params string[] typed)
    {
        var (exitCode, output, errors) = await TypeAsync(typed);

        Assert.Equal(expected, exitCode);
        Assert.Empty(output);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<(int ExitCode, string Output, string Errors)> TypeAsync(params string[] typed)
    {
        using var command = TypedCommand.Start(new Dictionary<string, string?>(), typed);
        return await command.EndAsync();
    }

    private static byte[] Picture()
    {
        using var bitmap = new SKBitmap(300, 200);
        using var canvas = new SKCanvas(bitmap);
        using var paint = new SKPaint { Color = SKColors.Red };
        canvas.Clear(SKColors.White);
        for (var i = 0; i < 20; i++)
            canvas.DrawCircle(i * 37 % 300, i * 53 % 200, 5 + i, paint);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>20,000 by 20,000 dots, as the header says.</summary>
    private static byte[] Bomb(byte[] png)
    {
        var bomb = png.ToArray();
        new byte[] { 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20 }.CopyTo(bomb, 16);
        return bomb;
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));
}
