using Terjaga.Intake;

namespace Terjaga.Tests.Intake;

public sealed class ReceiptTests
{
    [Fact]
    public void A_receipt_is_24_characters_in_six_groups_without_look_alikes()
    {
        var text = Receipt.Draw().Text;

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$", text);
    }

    [Fact]
    public void All_120_bits_of_a_receipt_count()
    {
        var seen = new HashSet<string>();
        for (var bit = 0; bit < Receipt.LengthBytes * 8; bit++)
        {
            var bits = new byte[Receipt.LengthBytes];
            bits[bit / 8] = (byte)(1 << (bit % 8));
            seen.Add(Receipt.Write(bits).Text);
        }

        Assert.Equal(120, seen.Count);
    }

    [Theory]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0123456789abcdefghjkmnpq")]
    [InlineData(" o123 4567 89ab cdef ghjk mnpq ")]
    [InlineData("O l 2 3-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0I23–4567–89AB–CDEF–GHJK–MNPQ")]
    public void A_receipt_is_read_as_people_type_it(string typed) =>
        Assert.Equal("0123-4567-89AB-CDEF-GHJK-MNPQ", Receipt.Parse(typed)?.Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNP")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNPQR")]
    [InlineData("U123-4567-89AB-CDEF-GHJK-MNPQ")]
    [InlineData("0123-4567-89AB-CDEF-GHJK-MNP\0")]
    public void What_cannot_be_a_receipt_is_none(string? typed) => Assert.Null(Receipt.Parse(typed));

    [Fact]
    public void A_receipt_that_is_logged_by_mistake_opens_nothing() =>
        Assert.DoesNotContain(Receipt.Draw().Text, $"{Receipt.Draw()}", StringComparison.Ordinal);
}
