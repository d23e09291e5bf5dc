using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Tests.Screening.Pdq;

public sealed class PdqHashTests
{
    private const string Published = "d8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22";

    [Fact]
    public void A_hash_is_read_and_written_as_published()
    {
        Assert.Equal(Published, PdqHash.TryParse(Published)!.Value.ToString());
        Assert.Equal(Published, PdqHash.TryParse(Published.ToUpperInvariant())!.Value.ToString());
        Assert.Equal(new PdqHash(1, 0, 0, 1UL << 63), PdqHash.TryParse("8" + new string('0', 62) + "1"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d8f8")]
    [InlineData(Published + "0")]
    [InlineData(" 8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22")]
    [InlineData("-8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22")]
    [InlineData("g8f8f0cec0f4a84f0637022a278f67f0b36e2ed596621e1d33e6339c4e9c9b22")]
    public void What_is_no_hash_is_not_read(string text) => Assert.Null(PdqHash.TryParse(text));

    [Fact]
    public void The_distance_is_how_many_bits_differ()
    {
        var all = new PdqHash(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

        Assert.Equal(0, all.DistanceTo(all));
        Assert.Equal(PdqHash.BitCount, all.DistanceTo(default));
        Assert.Equal(4, new PdqHash(1, 2, 4, 8).DistanceTo(default));
    }
}
