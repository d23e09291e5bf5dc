using Terjaga.Screening.Reading;

namespace Terjaga.Tests.Screening;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("Berangkat pakai visa turis, gaji besar", "visa turis")]
    [InlineData("Berangkat pakai V1SA TUR1S, gaji besar", "V1SA TUR1S")]
    [InlineData("Berangkat pakai vіsа turіs, gaji besar", "vіsа turіs")]
    [InlineData("Berangkat pakai 𝐯𝐢𝐬𝐚 𝓽𝓾𝓻𝓲𝓼, gaji besar", "𝐯𝐢𝐬𝐚 𝓽𝓾𝓻𝓲𝓼")]
    [InlineData("Berangkat pakai ｖｉｓａ ⓣⓤⓡⓘⓢ, gaji besar", "ｖｉｓａ ⓣⓤⓡⓘⓢ")]
    [InlineData("Berangkat pakai v i s a  t u r i s, gaji besar", "v i s a  t u r i s")]
    [InlineData("Berangkat pakai v.i.s.a t.u.r.i.s, gaji besar", "v.i.s.a t.u.r.i.s")]
    [InlineData("Berangkat pakai visaaa turiiis, gaji besar", "visaaa turiiis")]
    [InlineData("Berangkat pakai vi​sa tu​ris, gaji besar", "vi​sa tu​ris")]
    [InlineData("Berangkat pakai v̶i̶s̶a̶ t̶u̶r̶i̶s, gaji besar", "v̶i̶s̶a̶ t̶u̶r̶i̶s")]
    [InlineData("Berangkat pakai visa turisnya, gaji besar", "visa turisnya")]
    public void A_disguised_sign_is_seen_and_marked_at_its_real_characters(string text, string marked)
    {
        var signal = Assert.Single(ShippedScreener.RulesAlone.Screen(text).Signals, signal => signal.Id == "visa_non_kerja");

        Assert.Equal(marked, text[signal.Start..signal.End]);
    }

    [Theory]
    [InlineData("kam.bo.ja", "kamboja")]
    [InlineData("k4mb0j4", "kamboja")]
    [InlineData("kamb*ja", "kamboja")]
    [InlineData("K a m b o j a", "kamboja")]
    [InlineData("🅺🅰🅼🅱🅾🅹🅰", "kamboja")]
    [InlineData("kmbj", "kamboja")]
    public void One_country_has_many_spellings(string written, string meant)
    {
        var (reader, vocabulary) = Reader(meant, new() { ["kmbj"] = "kamboja" });

        Assert.Equal(meant, vocabulary[Assert.Single(reader.Read(written, NormalisedText.Of(written))).Number]);
    }

    [Theory]
    [InlineData("10jt")]
    [InlineData("p3mi")]
    [InlineData("24jam")]
    public void A_number_with_its_unit_and_a_short_name_stay_as_they_are(string written)
    {
        var (reader, _) = Reader("p3mi", []);

        Assert.Null(Assert.Single(reader.Read(written, NormalisedText.Of(written))).Meant);
    }

    [Theory]
    [InlineData("id", "Kami yang akan berangkat dengan itu dan tidak bisa")]
    [InlineData("en", "This is the work that you will be doing with us")]
    [InlineData("jv", "Aku ora arep mangkat nang kono lan kowe wis ngerti")]
    [InlineData("su", "Abdi teu tiasa ka ditu jeung anjeun geus bade")]
    public void The_language_is_guessed_by_small_words(string language, string text) =>
        Assert.Equal(language, ShippedScreener.RulesAlone.Screen(text).Language);

    [Fact]
    public void Every_place_of_a_normalised_text_leads_back_into_the_original_in_order()
    {
        foreach (var text in ShippedScreener.Texts)
        {
            var normalised = NormalisedText.Of(text);
            var last = 0;
            for (var i = 0; i <= normalised.Text.Length; i++)
            {
                Assert.InRange(normalised.Origin(i), last, text.Length);
                last = normalised.Origin(i);
            }
        }
    }

    [Fact]
    public void A_text_that_is_already_plain_is_read_as_it_stands()
    {
        const string Plain = "lowongan kerja di jepang, gaji 15 juta\ntanpa biaya";

        var read = NormalisedText.Of(Plain);

        Assert.Equal(Plain, read.Text);
        Assert.All(Enumerable.Range(0, Plain.Length + 1), i => Assert.Equal(i, read.Origin(i)));
    }

    private static (WordReader Reader, Vocabulary Vocabulary) Reader(string word, Dictionary<string, string> spellings)
    {
        var vocabulary = new Vocabulary([word], spellings);
        return (new WordReader(vocabulary), vocabulary);
    }
}
