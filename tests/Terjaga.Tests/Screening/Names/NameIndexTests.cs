using Terjaga.Registry;
using Terjaga.Screening.Names;

namespace Terjaga.Tests.Screening.Names;

public sealed class NameIndexTests
{
    private static readonly string[] _listed =
    [
        "PT Lintang Karunia Sembada", "PT Lintang Karunia Mandiri", "PT Arunika Bahtera Jaya", "PT Sekar Wulandari Abadi",
        "PT Cakrawangsa Insan Global", "PT Tirta Manggala Internasional", "PT Bina Kusumaredja", "PT Djaja Sentosa Nirmala",
    ];

    private static readonly NameIndex _index = new(
        _listed, NameWords.Parse(File.ReadAllText(Path.Combine(SharedFolder.Root, "data", RegistryArea.NamesFile))));

    [Theory]
    [InlineData("lintang karunia sembada", "PT Lintang Karunia Sembada")]
    [InlineData("P.T. Lintang Karunia Sembada Tbk", "PT Lintang Karunia Sembada")]
    [InlineData("Sembada Lintang Karunia, PT", "PT Lintang Karunia Sembada")]
    [InlineData("PT Lintang Karunia Sembada cabang Cirebon", "PT Lintang Karunia Sembada")]
    [InlineData("PT L1ntang K4runia Sembada", "PT Lintang Karunia Sembada")]
    [InlineData("PT L I N T A N G Karunia Sembada", "PT Lintang Karunia Sembada")]
    [InlineData("PT Lintаng Karuniа Sembada", "PT Lintang Karunia Sembada")]
    [InlineData("PT Lintang Karuniasembada", "PT Lintang Karunia Sembada")]
    [InlineData("PT Tirta Manggala Intl", "PT Tirta Manggala Internasional")]
    [InlineData("PT Tirta Manggala International", "PT Tirta Manggala Internasional")]
    [InlineData("PT Jaya Sentosa Nirmala", "PT Djaja Sentosa Nirmala")]
    [InlineData("PT Sekar Woelandari Abadi", "PT Sekar Wulandari Abadi")]
    public void A_name_in_another_dress_is_the_listed_one(string written, string? listed) =>
        Assert.Equal(listed, _index.Find(written) is [var best, ..] ? _listed[best.Number] : null);

    [Theory]
    [InlineData("PT Arunika Bahtra Jaya", "PT Arunika Bahtera Jaya")]
    [InlineData("PT Cakrawangsa Insan Globl", "PT Cakrawangsa Insan Global")]
    [InlineData("PT Sekar Wulandri Abadi", "PT Sekar Wulandari Abadi")]
    [InlineData("PT Tirta Mangala Internasional", "PT Tirta Manggala Internasional")]
    public void A_slip_of_letters_is_found(string written, string listed) =>
        Assert.Equal(listed, _index.Find(written) is [var best, ..] ? _listed[best.Number] : null);

    [Theory]
    [InlineData("PT Bintang Karunia Sembada")]
    [InlineData("PT Lintang Kurnia Sembada")]
    [InlineData("PT Jaya Sentana Nirmala")]
    [InlineData("PT Lintang Sembada")]
    [InlineData("PT Lintang Karunia Persada")]
    [InlineData("PT Lintang Karunia Sembada Samudra")]
    [InlineData("LPK Arunika Jaya")]
    [InlineData("PT Sekar Mawar Abadi")]
    [InlineData("PT Insan Global")]
    [InlineData("PT")]
    [InlineData("")]
    public void Another_company_is_not_taken_for_a_listed_one(string written) => Assert.Empty(_index.Find(written));

    [Fact]
    public async Task A_word_of_a_thousand_listed_words_is_answered_at_once() =>
        Assert.Empty(await Task.Run(() => _index.Find("PT " + string.Concat(Enumerable.Repeat("lintang", 3_000)) + "q"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));

    [Fact]
    public void Two_listed_names_that_differ_by_a_word_stay_two() =>
        Assert.Equal([1], _index.Find("PT Lintang Karunia Mandiri").Select(match => match.Number));

    [Fact]
    public void A_name_that_stands_in_a_text_without_its_legal_form_is_found() =>
        Assert.Equal([4], _index.FindIn("info loker resmi dari cakrawangsa insan global buka job taiwan"));
}
