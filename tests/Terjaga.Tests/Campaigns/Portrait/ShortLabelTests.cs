using CsCheck;
using Terjaga.Campaigns.Portrait;

namespace Terjaga.Tests.Campaigns.Portrait;

public sealed class ShortLabelTests
{
    [Theory]
    [InlineData("phone", 5, "phone")]
    [InlineData("phones", 5, "phon…")]
    [InlineData("two  \r\n lines", 20, "two lines")]
    [InlineData("a\u202Eb\u2066c\u200Dd\u00ADe\0f", 20, "abcdef")]
    [InlineData("🔥🔥🔥", 6, "🔥🔥🔥")]
    [InlineData("🔥🔥🔥", 5, "🔥🔥…")]
    [InlineData("招聘工人", 5, "招聘…")]
    [InlineData("Z\u0301\u0302\u0303\u0304\u0305a", 2, "Z\u0301\u0302a")]
    [InlineData("a \u202E", 1, "a")]
    [InlineData("", 3, "")]
    public void A_label_fits_its_room_and_hides_nothing(string text, int cells, string label) =>
        Assert.Equal(label, ShortLabel.Of(text, cells));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("ab", ShortLabel.Of("a\uD83Db", 9));

    [Fact]
    public void Whatever_comes_a_label_is_short_and_stays_as_it_is() => Gen.Select(Screening.Similarity.Hostile.Text, Gen.Int[1, 40]).Sample((text, cells) =>
    {
        var label = ShortLabel.Of(text, cells);

        Assert.Equal(label, ShortLabel.Of(label + " ", cells));
        Assert.True(label.EnumerateRunes().Count() <= 3 * cells);
    }, iter: 1_000, threads: 1);
}
