using System.Security.Cryptography;
using System.Text;
using Terjaga.Common.Http;
using Terjaga.Evidence;
using Terjaga.Takedown.Watching;

namespace Terjaga.Tests.Takedown.Watching;

public sealed class WatchVerdictTests
{
    private const string Address = "https://pasang.example/iklan/77";

    private const string Offer =
        "Dibutuhkan operator pabrik di Kamboja, gaji 15 juta, berangkat pakai visa turis dulu, mess dan makan ditanggung, hubungi WA 0812 7788 9900";

    private const string Frame = " Beranda Kategori Bantuan Tentang kami Syarat Privasi Unduh aplikasi Ikuti kami";

    private static readonly DateTimeOffset _now = new(2026, 11, 30, 3, 0, 0, TimeSpan.Zero);

    private static readonly WatchVerdict _verdict = new(WatchWords.Read(Path.Combine(AppContext.BaseDirectory, "data")));

    [Theory]
    [InlineData(404, WatchedState.Gone)]
    [InlineData(410, WatchedState.Gone)]
    [InlineData(451, WatchedState.Gone)]
    [InlineData(401, WatchedState.BehindLogin)]
    [InlineData(403, WatchedState.Unknown)]
    [InlineData(429, WatchedState.Unreachable)]
    [InlineData(503, WatchedState.Unreachable)]
    public void The_answer_of_a_site_without_its_page_says(int status, WatchedState expected) =>
        Assert.Equal(expected, Judge(Look(200, Offer), Look(status, null)));

    [Theory]
    [InlineData("fetch.timeout", WatchedState.Unreachable)]
    [InlineData("fetch.unreachable", WatchedState.Unreachable)]
    [InlineData("fetch.certificate", WatchedState.Unreachable)]
    [InlineData("fetch.name-unanswered", WatchedState.Unreachable)]
    [InlineData("fetch.name-unknown", WatchedState.Gone)]
    public void No_answer_is_never_gone_but_a_name_that_does_not_exist_any_more_is(string code, WatchedState expected) =>
        Assert.Equal(expected, Judge(Look(200, Offer), Look(null, null, code: code)));

    [Theory]
    [InlineData(Offer, WatchedState.There)]
    [InlineData(Offer + Frame + Frame, WatchedState.There)]
    [InlineData("Halaman tidak ditemukan." + Frame, WatchedState.Gone)]
    [InlineData("Sorry, this page isn\u2019t available." + Frame, WatchedState.Gone)]
    [InlineData("Silakan masuk untuk melihat iklan ini." + Frame, WatchedState.BehindLogin)]
    [InlineData("Resep kue nastar lembut untuk hari raya, tanpa mixer." + Frame, WatchedState.Changed)]
    [InlineData(null, WatchedState.Changed)]
    public void A_page_that_answers_is_judged_by_what_it_shows(string? text, WatchedState expected) =>
        Assert.Equal(expected, Judge(Look(200, Offer + Frame), Look(200, text)));

    [Fact]
    public void A_page_that_says_it_is_gone_and_shows_the_offer_all_the_same_is_there() =>
        Assert.Equal(WatchedState.There, Judge(Look(200, Offer), Look(200, "Konten ini telah dihapus. " + Offer)));

    [Fact]
    public void The_frame_around_a_post_does_not_keep_it_there_when_the_page_says_that_it_is_gone() =>
        Assert.Equal(WatchedState.Gone, Judge(Look(200, Offer + Frame + Frame), Look(200, "Konten tidak tersedia." + Frame + Frame)));

    [Fact]
    public void Where_the_frame_is_nearly_all_that_was_shown_an_officer_looks() =>
        Assert.Equal(WatchedState.Changed, Judge(Look(200, "Loker Kamboja." + Frame + Frame), Look(200, "Konten tidak tersedia." + Frame + Frame)));

    [Fact]
    public void A_page_that_leads_to_signing_in_is_behind_a_login() =>
        Assert.Equal(WatchedState.BehindLogin, Judge(Look(200, Offer), Look(200, "Selamat datang", final: "https://pasang.example/login?next=77")));

    [Fact]
    public void What_never_showed_itself_is_not_said_to_be_there()
    {
        var wall = Look(200, "Log in to continue." + Frame);
        Assert.Equal(WatchedState.BehindLogin, Judge(wall, wall));
        Assert.Equal(WatchedState.Unknown, Judge(null, Look(200, Offer)));
    }

    [Theory]
    [InlineData("Resep kue nastar", WatchedState.There)]
    [InlineData("Silakan masuk untuk melihat iklan ini.", WatchedState.BehindLogin)]
    [InlineData("Konten ini telah dihapus.", WatchedState.Changed)]
    public void A_picture_that_looks_the_same_is_there_unless_the_page_says_otherwise_and_then_an_officer_looks(string text, WatchedState expected) =>
        Assert.Equal(expected, _verdict.Of(Expect.Value(WebAddress.Parse(Address)), Look(200, Offer), Look(200, text), looksAlike: true));

    [Fact]
    public void A_browser_looks_too_where_one_showed_the_page_and_its_bare_answer_does_not_show_it()
    {
        var (drawn, bare) = (Look(200, Offer, picture: "p"), Look(200, Offer));
        Assert.True(WatchVerdict.NeedsBrowser(WatchedState.Changed, drawn, bare));
        Assert.True(WatchVerdict.NeedsBrowser(WatchedState.Gone, drawn, bare));
        Assert.False(WatchVerdict.NeedsBrowser(WatchedState.There, drawn, bare));
        Assert.False(WatchVerdict.NeedsBrowser(WatchedState.Changed, drawn, drawn));
        Assert.False(WatchVerdict.NeedsBrowser(WatchedState.Gone, drawn, Look(404, null)));
        Assert.False(WatchVerdict.NeedsBrowser(WatchedState.Changed, null, bare));
    }

    private static WatchedState Judge(Capture? before, Capture now) =>
        _verdict.Of(Expect.Value(WebAddress.Parse(Address)), before, now);

    private static Capture Look(int? status, string? text, string? code = null, string final = Address, string? picture = null)
    {
        var at = Expect.Value(WebAddress.Parse(final));
        var body = Encoding.UTF8.GetBytes(text ?? "");
        return Capture.Keep(
            Guid.CreateVersion7(), Guid.CreateVersion7(), CaptureOccasion.Watch,
            new SeenPlace(new FetchOutcome(status, code, at, "text/html", body, []), [], null, null, text),
            new CaptureFiles("", Convert.ToHexStringLower(SHA256.HashData(body)), picture), _now);
    }
}
