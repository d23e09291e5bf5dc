namespace Terjaga.Tests.Screening.Similarity;

public sealed class LikenessTests
{
    private const string Offer =
        "Dibutuhkan operator pabrik sosis di Korea, gaji 27 juta per bulan, tanpa ujian bahasa. Berangkat paling lama 60 hari kerja, "
        + "biaya masuk 12 juta dan sisanya dipotong gaji. Konsultasi Pak Choi 0811 0000 8265, kantor PT Maju Rekaan Jaya.";

    [Theory]
    [InlineData("0811 0000 8265", "0857 1111 2222")]
    [InlineData("27 juta", "35 juta")]
    [InlineData("Korea", "Selandia Baru")]
    [InlineData("PT Maju Rekaan Jaya", "PT Sentosa Khayal")]
    [InlineData("0811 0000 8265", "t.me/korea_maju")]
    public void What_copies_exchange_changes_nothing(string sent, string other)
    {
        var likeness = CopyFinder.Likeness(Offer, Offer.Replace(sent, other, StringComparison.Ordinal));

        Assert.True(likeness.AreCopies);
        Assert.True(likeness.Letters > 0.95, $"{likeness}");
    }

    [Theory]
    [InlineData("a", "а")]
    [InlineData("e", "е")]
    [InlineData("a", "a\u200B")]
    [InlineData("i", "1")]
    [InlineData("o", "0")]
    [InlineData("n", "ｎ")]
    [InlineData("t", "Т")]
    [InlineData(" ", " 🔥 ")]
    [InlineData("gaji", "g a j i")]
    [InlineData("bahasa", "bahaaaasa")]
    public void A_disguise_hides_no_copy(string plain, string disguised)
    {
        var likeness = CopyFinder.Likeness(Offer, Offer.Replace(plain, disguised, StringComparison.Ordinal));

        Assert.True(likeness.AreCopies);
        Assert.True(likeness.Letters > 0.75, $"{likeness}");
    }

    [Theory]
    [InlineData("Lowongan", "Lowongan")]
    [InlineData("", "")]
    [InlineData("0811 0000 8265 https://bit.ly/abc 12 juta", "0811 0000 8265 https://bit.ly/abc 12 juta")]
    [InlineData("Info loker terbaru SMA SMK D3 S1 2024, klik link", "Info loker terbaru SMA SMK D3 S1 2024, klik link")]
    [InlineData("Korea Taiwan Jepang Kuwait", "Korea Taiwan Jepang Kuwait")]
    public void Texts_that_say_nothing_of_their_own_are_copies_of_nothing(string first, string second)
    {
        Assert.False(CopyFinder.Likeness(first, second).AreCopies);
        Assert.False(CopyFinder.Fingerprint(first).IsTelling);
    }

    [Fact]
    public void Short_texts_are_copies_when_they_are_all_but_equal()
    {
        const string Cry = "Tolong saya dikurung majikan di rumah, paspor ditahan";

        Assert.True(CopyFinder.Likeness(Cry, Cry + "!!! 🙏").AreCopies);
        Assert.False(CopyFinder.Likeness(Cry, "Tolong saya dikurung agen di mess, paspor diambil").AreCopies);
    }

    [Fact]
    public void Sentences_in_another_order_are_a_copy()
    {
        var sentences = Offer.Split(". ");

        Assert.True(CopyFinder.Likeness(Offer, string.Join(". ", sentences.Reverse())).AreCopies);
    }

    [Fact]
    public void Texts_without_spaces_between_words_are_compared_too()
    {
        const string Chinese = "招聘越南工厂操作员月薪两万包吃包住免费机票不需要经验立即出发请联系陈先生名额有限报名从速";

        Assert.True(CopyFinder.Fingerprint(Chinese).IsTelling);
        Assert.True(CopyFinder.Likeness(Chinese, Chinese.Replace("两万", "三万", StringComparison.Ordinal)).AreCopies);
    }
}
