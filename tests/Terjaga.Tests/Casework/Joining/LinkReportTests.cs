using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Campaigns.Indicators;
using Terjaga.Campaigns.Prints;
using Terjaga.Casework;
using Terjaga.Casework.Joining;
using Terjaga.Common.Events;
using Terjaga.Intake;
using Terjaga.Registry;
using Terjaga.Registry.Lists;
using Terjaga.Screening.Linking;

namespace Terjaga.Tests.Casework.Joining;

public sealed class LinkReportTests(ScratchPostgres postgres)
{
    private const string Offer =
        "Dibutuhkan segera operator pabrik sarung tangan di Malaysia, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, "
        + "berangkat bulan depan pakai visa turis dulu, gaji 9 juta, hubungi WA 0861-7740-1128";

    private const string Copy =
        "DIBUTUHKAN SEGERA operator pabrik sarung tangan di Kamboja, umur 18 sampai 40 tahun, lulusan SMP boleh, mess dan makan ditanggung, "
        + "berangkat minggu depan pakai visa turis dulu, gaji 12 juta, hubungi WA 0873-1190-6642";

    private const string OtherWords =
        "Loker scammer no tipu, admin judi online Myanmar, kerja santai depan komputer, tiket pesawat dibayar bos, minat chat wa 0861-7740-1128 sekarang";

    public static TheoryData<string> Databases => ["sqlite", "postgres"];

    [Theory, MemberData(nameof(Databases))]
    public async Task A_copy_with_another_number_and_country_joins_the_undecided_case_and_the_link_says_why(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, Copy);

        await desk.WorkAsync();

        Assert.Single(await RootsAsync(desk));
        var link = await desk.ReadAsync(db => db.CaseLinks.SingleAsync());
        Assert.Equal((LinkKind.Words, CaseLinkState.Joined), (link.Kind, link.State));
        Assert.InRange(link.Strength, LinkRules.Joins, 1);
        var part = await desk.ReadAsync(db => db.CaseFiles.SingleAsync(c => c.MergedIntoId != null));
        Expect.Problem("case.changed", await DecideCaseTests.DecideAsync(desk, part.Id, Role.Kp2miAnalyst, part.Version, CaseStep.Verify));
        Assert.Equal(["case.merged", "case.case-joined"], await EventsAsync(desk, "case.merged", "case.case-joined"));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Different_words_with_one_rare_number_join(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, OtherWords);

        await desk.WorkAsync();

        Assert.Single(await RootsAsync(desk));
        var link = await desk.ReadAsync(db => db.CaseLinks.SingleAsync());
        Assert.Equal((LinkKind.Identifier, "phone:+6286177401128"), (link.Kind, link.Contacts));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Three_people_who_send_copies_in_the_same_instant_make_one_case(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(person => ReportAsync(desk, $"{Offer} {Number(round, person)}")));
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => desk.WorkAsync()));
        }

        desk.Clock.Advance(TimeSpan.FromHours(1));
        await desk.WorkAsync();

        Assert.Single(await RootsAsync(desk));
        Assert.Equal(15, await desk.ReadAsync(db => db.CaseReports.CountAsync()));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Nothing_joins_a_decided_case_but_is_proposed_to_a_person_once(string database)
    {
        await using var desk = await TestDesk.OpenAsync(database, postgres);
        await ReportAsync(desk, Offer);
        await desk.WorkAsync();
        var decided = Assert.Single(await RootsAsync(desk));
        Expect.Value(await DecideCaseTests.DecideAsync(desk, decided, Role.Kp2miAnalyst, 0, CaseStep.Verify));

        await ReportAsync(desk, Copy);
        await ReportAsync(desk, Copy + " lagi");
        await desk.WorkAsync();

        Assert.Equal(2, (await RootsAsync(desk)).Count);
        Assert.Equal(1, await desk.ReadAsync(db => db.CaseLinks.CountAsync(l => l.State == CaseLinkState.Proposed && l.FirstCaseId == decided)));
        Assert.Equal(1, await desk.ReadAsync(db => db.CaseReports.CountAsync(r => r.CaseFileId == decided)));
    }

    [Theory]
    [InlineData("WASPADA penipuan lowongan kerja! Jangan percaya tawaran seperti ini, sudah banyak korban: \"", "\" Laporkan ke polisi.")]
    [InlineData("Cek fakta: [HOAKS] Beredar pesan berantai lowongan: \"", "\". Faktanya, KP2MI menyatakan informasi ini tidak benar. Waspada penipuan.")]
    public async Task A_warning_that_quotes_an_offer_is_never_joined_with_it_by_the_machine(string before, string after)
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, before + Offer + after);

        await desk.WorkAsync();

        Assert.Equal(2, (await RootsAsync(desk)).Count);
        Assert.Equal(CaseLinkState.Proposed, (await desk.ReadAsync(db => db.CaseLinks.SingleAsync())).State);
    }

    [Fact]
    public async Task Somebody_in_danger_who_sends_the_offer_is_not_lost_among_its_copies()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, "Tolong saya disekap di Myanmar, paspor saya diambil, saya tidak bisa pulang. Dulu tawarannya begini: " + Copy);

        await desk.WorkAsync();

        Assert.Equal(2, (await RootsAsync(desk)).Count);
        Assert.Equal(CaseLinkState.Proposed, (await desk.ReadAsync(db => db.CaseLinks.SingleAsync())).State);
    }

    [Fact]
    public async Task A_case_with_somebody_in_danger_is_not_joined_by_a_harmless_report_of_the_same_page()
    {
        await using var site = await TestSite.StartAsync();
        site.Pages["/a"] = $"<p>{Copy}</p>";
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres, site.Settings);
        await ReportAsync(desk, Offer);
        foreach (var words in (string?[])["Tolong saya disekap di Myanmar, paspor saya diambil, saya tidak bisa pulang.", null])
        {
            Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
                new($"http://{TestSite.Host}/a", words, null, null, [], null), TestContext.Current.CancellationToken)));
            await desk.WorkAsync();
        }

        Assert.Equal([1, 2], await desk.ReadAsync(db => db.CaseReports.GroupBy(r => r.CaseFileId).Select(g => g.Count()).OrderBy(n => n).ToListAsync()));
    }

    [Fact]
    public async Task Who_asks_about_an_offer_joins_its_case()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, "Kak, apakah ini benar? Saya ditawari: " + Copy);

        await desk.WorkAsync();

        Assert.Single(await RootsAsync(desk));
    }

    [Fact]
    public async Task A_listed_company_whose_offer_was_copied_under_another_number_never_becomes_part_of_the_campaign()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        using var list = new MemoryStream(
            "# asOf: 2026-11-20\nsip3mi,nama,telepon,status\n55/2024,PT Lintang Karunia Sembada,0861-7740-1128,active\n"u8.ToArray());
        Expect.Value(await desk.RunAsync<BringList, Result<BringList.Brought>>(
            bring => bring.RunAsync(new(RegistryList.Agencies, list, "daftar.csv", IsStrict: true), TestContext.Current.CancellationToken)));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await ReportAsync(desk, "PT Lintang Karunia Sembada. " + Offer);
        await ReportAsync(desk, "PT Lintang Karunia Sembada. " + Copy);
        await ReportAsync(desk, "PT Lintang Karunia Sembada. " + Copy + " atau kantor WA 0861-7740-1128");

        await desk.WorkAsync();

        var cases = await desk.ReadAsync(db => db.CaseReports.OrderBy(r => r.ReportId).Select(r => r.CaseFileId).ToListAsync());
        Assert.NotEqual(cases[0], cases[1]);
        Assert.Equal(cases[1], cases[2]);
        Assert.DoesNotContain("phone:+6286177401128", await desk.ReadAsync(db => db.ContactSightings.Select(s => s.Key).ToListAsync()));
    }

    [Fact]
    public async Task A_contact_that_would_link_everything_is_demoted_and_what_it_alone_joined_parts_again()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        foreach (var text in Unlike(40))
        {
            await ReportAsync(desk, text);
            await desk.WorkAsync();
        }

        Assert.Equal(ContactStanding.Demoted, (await desk.ReadAsync(db => db.Contacts.SingleAsync())).Standing);
        Assert.Equal(40, (await RootsAsync(desk)).Count);
        Assert.Contains("contact.demoted", await desk.ReadAsync(db => db.Events.Select(e => e.Kind).ToListAsync()));
    }

    [Fact]
    public async Task Who_checks_a_copy_with_another_number_is_counted_among_all_reports_of_its_campaign()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, Copy);
        await desk.WorkAsync();

        var cancellationToken = TestContext.Current.CancellationToken;
        Assert.Equal(2, await desk.RunAsync<CountReports, int>(count => count.RunAsync(Copy.Replace("0873", "0857", StringComparison.Ordinal), null, cancellationToken)));
        Assert.Equal(0, await desk.RunAsync<CountReports, int>(count => count.RunAsync(OtherWords, null, cancellationToken)));
    }

    [Fact]
    public async Task A_poster_in_the_frame_of_a_phone_joins_the_original_and_another_one_of_the_same_template_does_not()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        byte[] none = [];
        string[] posters = ["originals/s05.jpg", "variants/s05_phone.jpg", "confusables/s05_cf.jpg"];
        foreach (var poster in posters)
        {
            var picture = await File.ReadAllBytesAsync(SharedFolder.Require("data/posters/" + poster), TestContext.Current.CancellationToken);
            Expect.Value(await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
                new(null, null, null, null, [picture], null), TestContext.Current.CancellationToken)));
        }

        await desk.WorkAsync();

        var cases = await desk.ReadAsync(db => db.CaseReports.OrderBy(r => r.ReportId).Select(r => r.CaseFileId).ToListAsync());
        Assert.Equal(3, cases.Count);
        Assert.Equal(cases[0], cases[1]);
        Assert.NotEqual(cases[0], cases[2]);
        Assert.Equal(3, await desk.ReadAsync(db => db.Prints.CountAsync(p => p.Pictures != none)));
    }

    [Fact]
    public async Task A_pair_that_a_person_parted_is_not_joined_again_by_the_machine()
    {
        await using var desk = await TestDesk.OpenAsync("sqlite", postgres);
        await ReportAsync(desk, Offer);
        await ReportAsync(desk, Copy);
        await desk.WorkAsync();
        var join = await desk.ReadAsync(db => db.CaseJoins.SingleAsync());

        Expect.Value(await desk.RunAsync<UndoJoin, Result<Done>>(undo => undo.RunAsync(
            new(TestDesk.As(Role.Kp2miAnalyst), join.Id, "Dua kru."), TestContext.Current.CancellationToken)));
        Assert.Equal(2, (await RootsAsync(desk)).Count);
        await ReportAsync(desk, Copy + " buruan");
        await desk.WorkAsync();

        Assert.Equal(2, (await RootsAsync(desk)).Count);
    }

    private static string Number(int round, int person) => $"0861-{7740 + round}-{1128 + person}";

    /// <summary>Offers that have little but a number in common.</summary>
    private static IEnumerable<string> Unlike(int count)
    {
        var random = new Random(5);
        for (var i = 0; i < count; i++)
        {
            var words = Enumerable.Range(0, 30).Select(_ => string.Concat(Enumerable.Range(0, 4).Select(_ => "bdgklmnprst"[random.Next(11)] + "" + "aiueo"[random.Next(5)])));
            yield return $"Lowongan kerja Kamboja visa turis dulu, {string.Join(' ', words)}, hubungi WA 0861-7740-1128";
        }
    }

    private static async Task ReportAsync(TestDesk desk, string text) => Expect.Value(
        await desk.RunAsync<SubmitReport, Result<Receipt>>(submit => submit.RunAsync(
            new(null, text, null, null, [], null), TestContext.Current.CancellationToken)));

    private static Task<List<Guid>> RootsAsync(TestDesk desk) =>
        desk.ReadAsync(db => db.CaseReports.Select(r => r.CaseFileId).Distinct().ToListAsync());

    private static Task<List<string>> EventsAsync(TestDesk desk, params string[] kinds) =>
        desk.ReadAsync(db => db.Events.Where(e => kinds.Contains(e.Kind)).OrderBy(e => e.Id).Select(e => e.Kind).ToListAsync());
}
