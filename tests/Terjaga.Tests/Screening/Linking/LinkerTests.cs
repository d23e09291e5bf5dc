using System.Text.Json;
using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Linking;
using Terjaga.Screening.Similarity;

namespace Terjaga.Tests.Screening.Linking;

public sealed class LinkerTests
{
    private const string Offer =
        "Dibutuhkan segera operator pabrik sarung tangan, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, berangkat bulan depan";

    private const string Other =
        "Kursus bahasa gratis untuk calon perawat, kelas malam, pengajar berpengalaman, tempat terbatas, daftar di balai desa setiap hari kerja";

    private static readonly PdqHash _look = PdqHash.TryParse(new string('5', PdqHash.TextLength))!.Value;

    private readonly Linker _linker = new(new NameMasks(ShippedScreener.Gazetteer));

    [Fact]
    public void A_copy_with_another_number_and_place_is_linked_by_its_words()
    {
        _linker.Add(new(Offer + " ke Malaysia hubungi 0861-7740-1128", [], null));

        var link = Assert.Single(_linker.Add(new(Offer + " ke Kamboja hubungi 0873-1190-6642", [], null)));

        Assert.Equal((0, 1, LinkKind.Words), (link.First, link.Second, link.Kind));
        Assert.Equal(0, _linker.GroupOf(1));
    }

    [Fact]
    public void A_picture_that_looks_alike_links_nobody_whose_words_and_contacts_differ()
    {
        _linker.Add(new(Offer, ["phone:+6286177401128"], _look));

        Assert.Empty(_linker.Add(new(Other, ["phone:+6287311906642"], _look)));
        Assert.Equal(1, _linker.GroupOf(1));
    }

    [Fact]
    public void A_picture_that_looks_alike_and_has_the_same_contact_is_linked_by_both()
    {
        _linker.Add(new("", ["phone:+6286177401128"], _look));

        Assert.Equal([LinkKind.Picture], _linker.Add(new("", ["phone:+6286177401128"], _look)).Select(link => link.Kind));
    }

    [Fact]
    public void A_contact_links_until_it_would_link_everything()
    {
        var linked = Enumerable.Range(0, 40).Select(_ => _linker.Add(new("", ["phone:+62211500"], null)).Count).ToList();

        Assert.Equal(0, linked[0]);
        Assert.Equal(1, linked[1]);
        Assert.Equal(0, linked[^1]);
    }

    [Fact]
    public void A_warning_that_names_a_contact_of_others_joins_no_campaign()
    {
        var warning = ShippedScreener.WithModel.Screen("Waspada penipuan! Nomor 0861-7740-1128 mengaku dari kedutaan dan menawarkan kerja palsu. Jangan percaya, jangan kirim uang.");

        Assert.Contains("+6286177401128", warning.Entities.Phones);
        Assert.Empty(Contacts.Of(warning));
    }

    [Fact]
    public void Pictures_without_words_link_to_nobody()
    {
        _linker.Add(new("", [], _look));

        Assert.Empty(_linker.Add(new("", [], _look)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Families_are_linked_whatever_the_order_in_which_they_come_and_no_other_offer_with_them(int seed)
    {
        var rows = ShippedScreener.Rows(SharedFolder.Require("data/posts/families.jsonl")).ToArray();
        new Random(seed).Shuffle(rows);
        foreach (var row in rows)
            _linker.Add(new(Text(row, "text")!, Contacts.Of(ShippedScreener.WithModel.Screen(Text(row, "text")!)), null));
        var (right, all, wrong) = (0, 0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (isOne, areLinked) = (Text(rows[i], "family") is { } family && family == Text(rows[j], "family"), _linker.GroupOf(i) == _linker.GroupOf(j));
                all += isOne ? 1 : 0;
                right += isOne && areLinked ? 1 : 0;
                wrong += !isOne && areLinked ? 1 : 0;
            }
        }

        TestContext.Current.SendDiagnosticMessage($"families: {right} of {all} pairs, {wrong} wrong");
        Assert.Equal(0, wrong);
        Assert.InRange((double)right / all, 0.95, 1);
    }

    private static string? Text(JsonElement row, string name) => row.GetProperty(name).GetString();
}
