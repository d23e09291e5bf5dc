using CsCheck;
using Terjaga.Screening.Similarity;

namespace Terjaga.Tests.Screening.Similarity;

public sealed class AgreementTests
{
    [Fact]
    public void Other_figures_and_words_are_what_differs()
    {
        const string First = "Gaji 15 juta per bulan, WA 0811-1111-2222, berangkat besok";
        const string Second = "Info! Gaji 20 juta per bulan, WA 0857-3333-4444, berangkat besok";

        var agreement = Agreement.Of(First, Second);

        Assert.Equal(["Gaji", "juta per bulan, WA", "berangkat besok"], agreement.Same.Select(run => Cut(First, run.InFirst)));
        Assert.Equal(["15", "0811-1111-2222"], agreement.OnlyInFirst.Select(span => Cut(First, span)));
        Assert.Equal(["Info! ", "20", "0857-3333-4444"], agreement.OnlyInSecond.Select(span => Cut(Second, span) is "Info" ? "Info! " : Cut(Second, span)));
    }

    [Fact]
    public void Sentences_that_changed_places_agree()
    {
        var agreement = Agreement.Of("mess gratis makan gratis. kontrak dua tahun penuh.", "kontrak dua tahun penuh. mess gratis makan gratis.");

        Assert.Equal(2, agreement.Same.Count);
        Assert.Empty(agreement.OnlyInFirst);
        Assert.Empty(agreement.OnlyInSecond);
    }

    [Fact]
    public void Places_are_those_of_the_text_as_it_was_sent()
    {
        const string First = "🔥 di 𝗟𝗼𝘄𝗼𝗻𝗴𝗮𝗻 𝗞𝗲𝗿𝗷𝗮!";
        const string Second = "di Low\u200Bongan Kerja?";

        var agreement = Agreement.Of(First, Second);

        Assert.Equal("di 𝗟𝗼𝘄𝗼𝗻𝗴𝗮𝗻 𝗞𝗲𝗿𝗷𝗮", Cut(First, agreement.Same.Single().InFirst));
        Assert.Equal("di Low\u200Bongan Kerja", Cut(Second, agreement.Same.Single().InSecond));
    }

    [Fact]
    public void Every_word_of_any_two_texts_is_either_in_both_or_in_one() => Gen.Select(Hostile.Text, Hostile.Text).Sample((first, second) =>
    {
        var agreement = Agreement.Of(first, second);

        Covers(first, [.. agreement.Same.Select(run => run.InFirst), .. agreement.OnlyInFirst]);
        Covers(second, [.. agreement.Same.Select(run => run.InSecond), .. agreement.OnlyInSecond]);
    }, iter: 500, threads: 1);

    [Fact]
    public void A_text_agrees_with_itself() => Hostile.Text.Sample(text =>
    {
        var agreement = Agreement.Of(text, text);

        Assert.Empty(agreement.OnlyInFirst);
        Assert.Empty(agreement.OnlyInSecond);
    }, iter: 500, threads: 1);

    private static string Cut(string text, TextSpan span) => text[span.Start..span.End];

    private static void Covers(string text, List<TextSpan> spans)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        for (var i = 0; i < spans.Count; i++)
        {
            Assert.InRange(spans[i].Start, i == 0 ? 0 : spans[i - 1].End, text.Length);
            Assert.InRange(spans[i].End, spans[i].Start + 1, text.Length);
        }
    }
}
