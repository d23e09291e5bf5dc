using CsCheck;
using Terjaga.Campaigns.Portrait;
using Terjaga.Screening.Similarity;

namespace Terjaga.Tests.Campaigns.Portrait;

public sealed class WordingsTests
{
    [Fact]
    public void Another_number_is_the_same_wording_and_another_word_is_not()
    {
        var wordings = Of(
            PlantedCampaign.Offer, PlantedCampaign.Offer, PlantedCampaign.Offer.Replace("0812-0000-0000", "0857 1111 2222", StringComparison.Ordinal),
            PlantedCampaign.Offer.Replace("operator gudang", "penjaga toko", StringComparison.Ordinal));

        Assert.Equal([("A", 3), ("B", 1)], wordings.Shown.Select(wording => (wording.Letter, wording.Count)));
        Assert.Equal(PlantedCampaign.Offer, wordings.Shown[0].Text);
        Assert.Empty(wordings.Shown[0].Differences);
    }

    [Fact]
    public void What_differs_is_exactly_what_was_changed()
    {
        var words = PlantedCampaign.Offer.Split(' ');
        Gen.Int[0, words.Length - 1].HashSet[1, 4].Sample(changed =>
        {
            var other = string.Join(' ', words.Select((word, at) => changed.Contains(at) ? "ganti" + (char)('a' + at) : word));

            var wordings = Of(PlantedCampaign.Offer, PlantedCampaign.Offer, other);

            var variant = wordings.Shown[1];
            Assert.Equal(changed.Select(at => "ganti" + (char)('a' + at)).Order(), Pieces(variant.Text, variant.Differences).Order());
            Assert.Equal(
                changed.Order().SelectMany(at => Bare(words[at]).Split('-')),
                Pieces(wordings.Shown[0].Text, variant.Missing).SelectMany(piece => piece.Split('-')));
        }, iter: 200, threads: 1);
    }

    [Fact]
    public void The_order_of_sightings_changes_nothing()
    {
        var sightings = PlantedCampaign.Large(600, days: 20);
        var (one, other) = (Wordings.Of(sightings, PlantedCampaign.Masks), Wordings.Of([.. sightings.OrderBy(s => s.ReportId)], PlantedCampaign.Masks));

        Assert.Equivalent(one.Shown, other.Shown, strict: true);
        Assert.Equal(one.OtherSightingCount, other.OtherSightingCount);
        Assert.Equal(sightings.Count, one.Shown.Sum(wording => wording.Count) + one.OtherSightingCount + one.WithoutWordsCount);
    }

    [Fact]
    public void Twenty_are_shown_and_the_rest_is_counted()
    {
        var wordings = Of([.. Enumerable.Range(0, 30).Select(at => $"tulisan ke{(char)('a' + at % 26)}{(char)('a' + at / 26)} yang lain"), "", " "]);

        Assert.Equal("ABCDEFGHIJKLMNOPQRST", string.Concat(wordings.Shown.Select(wording => wording.Letter)));
        Assert.Equal((30, 10, 2), (wordings.Count, wordings.OtherSightingCount, wordings.WithoutWordsCount));
    }

    [Fact]
    public void A_long_text_is_cut_between_characters_and_what_differs_behind_is_counted()
    {
        var start = string.Concat(Enumerable.Repeat("kerja ringan di toko kami ", 50))[..(Wording.MaxShown - 1)];
        var text = start + "🔥 dan akhirnya mess gratis";

        var wordings = Of(text, text, text.Replace("gratis", "mewah", StringComparison.Ordinal));

        Assert.Equal(start, wordings.Shown[0].Text);
        Assert.True(wordings.Shown[0].IsCut);
        Assert.Empty(wordings.Shown[1].Differences);
        Assert.Equal(2, wordings.Shown[1].HiddenCount);
    }

    [Fact]
    public void A_longer_number_in_a_very_long_text_is_still_the_same_wording()
    {
        var text = "Hubungi WA 0812-0000-0000 sekarang. " + string.Concat(Enumerable.Repeat("kerja ringan di toko kami ", 700));

        Assert.Equal(1, Of(text, text.Replace("0812-0000-0000", "+62 812 0000 0000 1", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public void Hostile_words_have_spans_inside_the_shown_text() => Gen.Select(Screening.Similarity.Hostile.Text, Screening.Similarity.Hostile.Text)
        .Sample((one, other) =>
        {
            foreach (var wording in Of(one, one, other).Shown)
            {
                Assert.All(wording.Differences, span => Assert.InRange(span.End, span.Start + 1, wording.Text.Length));
                Assert.Equal(wording.Differences.OrderBy(span => span.Start), wording.Differences);
            }
        }, iter: 300, threads: 1);

    private static Wordings Of(params string[] texts) =>
        Wordings.Of([.. texts.Select((text, at) => PlantedCampaign.At(PlantedCampaign.Now.AddMinutes(at), text))], PlantedCampaign.Masks);

    private static IEnumerable<string> Pieces(string text, IEnumerable<TextSpan> spans) =>
        spans.SelectMany(span => text[span.Start..span.End].Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Bare);

    private static string Bare(string word) => word.Trim(',', '.');
}
