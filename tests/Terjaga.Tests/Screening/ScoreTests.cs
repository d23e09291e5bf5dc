using Terjaga.Screening;
using Terjaga.Screening.Model;
using Terjaga.Screening.Rules;

namespace Terjaga.Tests.Screening;

public sealed class ScoreTests
{
    private static readonly string[] _warnings =
    [
        "Waspada penipuan! ", "Hati-hati modus penipuan.\n", "HOAKS!\n", "Awas, jangan tergiur modus seperti ini.\n",
        "Waspada ya teman-teman.\n", "Himbauan polisi: waspada modus penipuan.\n", "Beware of this scam.\n",
    ];

    [Fact]
    public void The_points_of_an_explanation_are_the_whole_score()
    {
        foreach (var text in ShippedScreener.Texts)
        {
            var result = ShippedScreener.WithModel.Screen(text);

            Assert.Equal(result.Score, Assert.IsType<Explanation>(result.Why).Score, 9);
        }
    }

    [Fact]
    public void A_warning_in_front_of_a_text_never_raises_its_band()
    {
        for (var i = 0; i < ShippedScreener.Texts.Count; i++)
        {
            var text = ShippedScreener.Texts[i];
            var warning = _warnings[i % _warnings.Length];
            var (plain, framed) = (ShippedScreener.WithModel.Screen(text), ShippedScreener.WithModel.Screen(warning + text));

            Assert.True(framed.Band <= plain.Band, $"{plain.Score:F3} -> {framed.Score:F3} ({plain.Context} -> {framed.Context}): {warning}{text}");
        }
    }

    [Fact]
    public void One_more_sign_that_is_offered_never_lowers_a_score()
    {
        using var screener = new Screener(ShippedScreener.Catalogue, ShippedScreener.Gazetteer);
        using var model = new ModelReader(ShippedScreener.Model, screener.Rules);
        foreach (var text in ShippedScreener.Texts.Take(200))
        {
            var reading = screener.Read(text);
            var facts = ReadFacts.Of(screener.Rules, reading);
            var sums = model.Sum(reading);
            var last = model.LogOdds(Head.Score, sums, facts);
            for (var signal = 0; signal < ShippedScreener.Catalogue.Signals.Count; signal++)
            {
                facts.Add(signal);
                var now = model.LogOdds(Head.Score, sums, facts);
                Assert.True(now >= last, ShippedScreener.Catalogue.Signals[signal].Id);
                last = now;
            }
        }
    }

    [Theory]
    [InlineData("Jangan berangkat pakai visa turis untuk kerja", SignalState.Negated)]
    [InlineData("Kerja di Jepang, berangkat pakai visa turis, hubungi WA 0812", SignalState.Offered)]
    [InlineData("Ia berkata, \"Kerja enak, visa turis saja, gaji besar\" begitu katanya", SignalState.Quoted)]
    public void A_sign_is_offered_negated_or_quoted(string text, SignalState state) => Assert.Equal(
        state, Assert.Single(ShippedScreener.RulesAlone.Screen(text).Signals, signal => signal.Id == "visa_non_kerja").State);

    [Fact]
    public void A_sign_that_is_not_offered_gives_no_point()
    {
        foreach (var text in ShippedScreener.Texts)
        {
            Assert.All(
                ShippedScreener.WithModel.Screen(text).Signals.Where(signal => signal.State != SignalState.Offered),
                signal => Assert.Equal(0, signal.Points));
        }
    }
}
