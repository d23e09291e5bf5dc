using System.Globalization;

namespace Terjaga.Tests.Common;

public sealed class SpanWordsTests
{
    [Theory]
    [InlineData("1.00:00:00", "24 jam", "24 hours")]
    [InlineData("3.00:00:00", "72 jam", "72 hours")]
    [InlineData("7.00:00:00", "7 hari", "7 days")]
    [InlineData("04:00:00", "4 jam", "4 hours")]
    [InlineData("01:00:00", "1 jam", "1 hour")]
    [InlineData("01:30:00", "90 menit", "90 minutes")]
    [InlineData("00:00:06", "6 detik", "6 seconds")]
    [InlineData("1.00:00:01", "86.401 detik", "86,401 seconds")]
    [InlineData("00:00:00", "0 detik", "0 seconds")]
    public void A_length_of_time_is_said_exactly(string span, string indonesian, string english)
    {
        Assert.Equal(indonesian, SpanWords.Say(Read(span), CultureInfo.GetCultureInfo("id")));
        Assert.Equal(english, SpanWords.Say(Read(span), CultureInfo.GetCultureInfo("en")));
    }

    [Theory]
    [InlineData("9.23:59:59", "9 hari")]
    [InlineData("2.01:30:00", "49 jam")]
    [InlineData("00:59:59", "59 menit")]
    [InlineData("00:00:59.9", "59 detik")]
    [InlineData("-00:00:03", "0 detik")]
    public void An_age_is_said_by_its_largest_unit(string span, string said) =>
        Assert.Equal(said, SpanWords.SayAbout(Read(span), CultureInfo.GetCultureInfo("id")));

    private static TimeSpan Read(string span) => TimeSpan.Parse(span, CultureInfo.InvariantCulture);
}
