using Terjaga.App.Cli.Pictures;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Tests.Screening.Pdq;

public sealed class PdqHasherTests
{
    /// <summary>The published rule for pictures from files, and the quality from which it holds.</summary>
    private const int AllowedBits = 10, RuledQuality = 80;

    [Fact]
    public void Every_lossless_picture_has_the_published_hash_bit_for_bit()
    {
        var folder = SharedFolder.Require("standards/pdq");
        var rows = File.ReadLines(Path.Combine(folder, "exact.tsv")).Select(line => line.Split('\t')).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(
            new PdqReading(PdqHash.TryParse(row[0])!.Value, int.Parse(row[1], null)),
            Expect.Value(PictureLook.Read(File.ReadAllBytes(Path.Combine(folder, row[2]))))));
    }

    [Fact]
    public void Every_published_photograph_is_within_ten_bits()
    {
        var folder = SharedFolder.Require("data/found/pdq");
        var rows = File.ReadLines(Path.Combine(folder, "pdq_vectors.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        var read = rows.ConvertAll(row => (
            Published: PdqHash.TryParse(row[1].Length > 0 ? row[1] : row[2])!.Value,
            Ours: Expect.Value(PictureLook.Read(File.ReadAllBytes(Path.Combine(folder, row[0]))))));

        Assert.True(read.Count(picture => picture.Ours.Quality >= RuledQuality) > 20);
        Assert.All(
            read.Where(picture => picture.Ours.Quality >= RuledQuality),
            picture => Assert.InRange(picture.Ours.Hash.DistanceTo(picture.Published), 0, AllowedBits));
    }

    /// <remarks>Where the picture is made smaller, one that was really turned takes other dots of itself.</remarks>
    [Theory]
    [InlineData(64, 64, 2)]
    [InlineData(512, 512, PdqHash.AlikeRadius)]
    [InlineData(1_024, 640, PdqHash.AlikeRadius)]
    public void A_picture_that_is_turned_has_the_hash_foretold(int width, int height, int bits)
    {
        var luma = Waves(width, height);
        var foretold = PdqHasher.ReadTurned(luma, width, height);

        Assert.Equal(PdqHasher.Read(luma, width, height), foretold[(int)PdqOrientation.Original]);
        Assert.Equal(8, foretold.Select(reading => reading.Hash).Distinct().Count());
        foreach (var orientation in Enum.GetValues<PdqOrientation>())
        {
            var (turned, turnedWidth, turnedHeight) = Turn(luma, width, height, orientation);
            var read = PdqHasher.Read(turned, turnedWidth, turnedHeight);
            Assert.InRange(read.Hash.DistanceTo(foretold[(int)orientation].Hash), 0, bits);
        }
    }

    [Theory]
    [InlineData(512, 512)]
    [InlineData(64, 64)]
    [InlineData(7, 900)]
    public void A_blank_picture_has_quality_0(int width, int height)
    {
        var white = new float[width * height];
        white.AsSpan().Fill(255);

        Assert.Equal(0, PdqHasher.Read(white, width, height).Quality);
    }

    [Fact]
    public void A_picture_of_four_dots_a_side_has_no_bits()
    {
        Assert.Equal(new PdqReading(default, 0), PdqHasher.Read(Waves(4, 4), 4, 4));
        Assert.All(PdqHasher.ReadTurned(Waves(900, 4), 900, 4), reading => Assert.Equal(new PdqReading(default, 0), reading));
        Assert.NotEqual(default, PdqHasher.Read(Waves(5, 5), 5, 5).Hash);
    }

    [Fact]
    public void A_picture_with_fewer_dots_than_its_size_says_is_an_error() =>
        Assert.ThrowsAny<ArgumentException>(() => PdqHasher.Read(new float[99], 10, 10));

    [Fact]
    public void Brightness_is_taken_alike_at_every_place()
    {
        byte[] rgba = [.. Enumerable.Repeat(new byte[] { 10, 200, 99, 0 }, 21).SelectMany(dot => dot)];
        var luma = new float[21];

        Luma.FromRgba(rgba, luma);

        Assert.All(luma, dot => Assert.Equal((0.299f * 10) + (0.587f * 200) + (0.114f * 99), dot));
    }

    /// <summary>Patches of every size without any symmetry.</summary>
    private static float[] Waves(int width, int height) => [.. Enumerable.Range(0, width * height).Select(at =>
    {
        var (x, y) = ((at % width + 0.5) / width, (at / width + 0.5) / height);
        var sum = 0.0;
        for (var wave = 1; wave <= 24; wave++)
            sum += Math.Sin((wave * 1.9 * x) + (wave * wave * 0.37 * y) + wave) * Math.Cos((wave * 2.3 * y) - (wave * wave * 0.11 * x)) / wave;
        return (float)Math.Clamp(128 + (90 * sum), 0, 255);
    })];

    private static (float[] Luma, int Width, int Height) Turn(float[] luma, int width, int height, PdqOrientation orientation)
    {
        var isTransposed = orientation is PdqOrientation.Turned90 or PdqOrientation.Turned270
            or PdqOrientation.Transposed or PdqOrientation.TransposedAcross;
        var (newWidth, newHeight) = isTransposed ? (height, width) : (width, height);
        var (right, bottom) = (width - 1, height - 1);
        var turned = new float[luma.Length];
        for (var y = 0; y < newHeight; y++)
        {
            for (var x = 0; x < newWidth; x++)
            {
                var (fromX, fromY) = orientation switch
                {
                    PdqOrientation.Turned90 => (right - y, x),
                    PdqOrientation.Turned180 => (right - x, bottom - y),
                    PdqOrientation.Turned270 => (y, bottom - x),
                    PdqOrientation.UpsideDown => (x, bottom - y),
                    PdqOrientation.Mirrored => (right - x, y),
                    PdqOrientation.Transposed => (y, x),
                    PdqOrientation.TransposedAcross => (right - y, bottom - x),
                    _ => (x, y),
                };
                turned[(y * newWidth) + x] = luma[(fromY * width) + fromX];
            }
        }

        return (turned, newWidth, newHeight);
    }
}
