using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Casework.Appeals;
using Terjaga.Casework.Danger;
using Terjaga.Casework.Notes;
using Terjaga.Common.Events;
using Terjaga.Tests.Casework.Danger;

namespace Terjaga.Tests.Casework;

/// <summary>A form that is refused comes back with all that was typed and the sentence, and nothing has changed.</summary>
public sealed class RefusedFormTests(OfferDesk desk) : IClassFixture<OfferDesk>
{
    /// <summary>Hostile, and longer than any reason may be.</summary>
    private static readonly string _long = "<script>alert('ketik')</script> " + new string('a', 2_100);

    private static int _number;

    [Fact]
    public async Task A_decision_keeps_its_reason_and_its_checklist()
    {
        var id = await OpenAsync();
        var (status, page) = await ExpectNothingAsync(() => desk.RefusedAsync(
            Role.Kp2miAnalyst, $"/meja/perkara/{id}/keputusan", ("versi", "0"), ("langkah", "Verify"), ("alasan", _long), ("daftar-permit", "Absent"), ("daftar-wage", "Present")));

        Assert.Equal(422, status);
        var form = FormOf(page, $"/meja/perkara/{id}/keputusan");
        Assert.Equal(_long, form.QuerySelector("textarea")!.TextContent);
        Assert.Contains("2.000", form.QuerySelector(".late")!.TextContent.Replace("2000", "2.000", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("Absent", form.QuerySelector("select[name=daftar-permit] option[selected]")!.GetAttribute("value"));
        Assert.True(form.QuerySelector("details")!.HasAttribute("open"));
        Assert.Null(page.QuerySelector("main script"));
        Assert.Single(page.QuerySelectorAll("#ditolak"));
    }

    [Fact]
    public async Task A_decision_on_an_old_version_shows_the_news_and_keeps_the_words()
    {
        var id = await OpenAsync();
        using (await desk.PostAsync(Role.KomdigiOfficer, $"/meja/perkara/{id}/keberatan", ("dari", "NamedCompany"), ("isi", "Itu iklan resmi kami."))) { }
        var version = await VersionAsync(id);
        Assert.True(version > 0);
        var (status, page) = await ExpectNothingAsync(() => desk.RefusedAsync(
            Role.Kp2miAnalyst, $"/meja/perkara/{id}/keputusan", ("versi", "0"), ("langkah", "Dismiss"), ("alasan", "Ternyata <b>sah</b>.")));

        Assert.Equal(409, status);
        var form = FormOf(page, $"/meja/perkara/{id}/keputusan");
        Assert.Equal("Ternyata <b>sah</b>.", form.QuerySelector("textarea")!.TextContent);
        Assert.Equal($"{version}", form.QuerySelector("input[name=versi]")!.GetAttribute("value"));
        Assert.NotNull(page.QuerySelector(".timeline"));
    }

    [Theory]
    [InlineData("catatan", "teks", "tingkat", "Shared", Role.Kp2miAnalyst)]
    [InlineData("catatan", "teks", "tingkat", "Reporter", Role.Kp2miAnalyst)]
    [InlineData("keberatan", "isi", "dari", "NamedCompany", Role.KomdigiOfficer)]
    public async Task A_note_and_an_appeal_come_back_open_and_in_their_own_form_only(string path, string field, string chosenBy, string chosen, Role role)
    {
        var id = await OpenAsync();
        var (status, page) = await ExpectNothingAsync(() => desk.RefusedAsync(role, $"/meja/perkara/{id}/{path}", (chosenBy, chosen), (field, _long + _long)));

        Assert.Equal(422, status);
        var back = Assert.Single(page.QuerySelectorAll($"textarea[name={field}]"), area => area.TextContent.Length > 0);
        Assert.Equal(_long + _long, back.TextContent);
        Assert.True(back.Closest("details")!.HasAttribute("open"));
        var form = back.Closest("form")!;
        Assert.Equal(chosen, (form.QuerySelector($"option[selected]") ?? form.QuerySelector($"input[name={chosenBy}]"))!.GetAttribute("value"));
        Assert.NotNull(form.QuerySelector(".late"));
    }

    [Fact]
    public async Task A_draft_keeps_what_was_chosen_and_a_question_its_words()
    {
        using (var added = await desk.PostAsync(Role.KomdigiOfficer, "/meja/penerima", ("nama", "Penyedia"), ("situs", TestSite.Host), ("saluran", "Mail"), ("alamat", "a@iklan.invalid"), ("sumber", "uji")))
            Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        var id = await OpenAsync($"http://{TestSite.Host}/a");
        foreach (var (role, step) in ((Role, string)[])[(Role.Kp2miAnalyst, "Verify"), (Role.Kp2miApprover, "HandOver")])
        {
            var now = await VersionAsync(id);
            using var done = await desk.PostAsync(role, $"/meja/perkara/{id}/keputusan", ("versi", $"{now}"), ("langkah", step), ("alasan", "Cukup."));
            Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        }

        var version = $"{await VersionAsync(id)}";
        var blank = (await desk.PageAsync(Role.KomdigiOfficer, $"/meja/perkara/{id}")).QuerySelector($"form[action='/meja/perkara/{id}/perintah']")!;
        string Last(string name) => blank.QuerySelector($"select[name={name}] option:last-child")!.GetAttribute("value")!;
        var (_, drafted) = await ExpectNothingAsync(() => desk.RefusedAsync(
            Role.KomdigiOfficer, $"/meja/perkara/{id}/perintah", ("versi", version), ("penerima", Last("penerima")), ("dasar", Last("dasar")), ("kelas", Last("kelas")), ("mendesak", Last("mendesak")), ("alasan", _long)));
        var form = FormOf(drafted, $"/meja/perkara/{id}/perintah");
        Assert.Equal(_long, form.QuerySelector("textarea")!.TextContent);
        foreach (var name in (string[])["penerima", "dasar", "kelas", "mendesak"])
            Assert.Equal(Last(name), form.QuerySelector($"select[name={name}] option[selected]")!.GetAttribute("value"));

        var (_, asked) = await ExpectNothingAsync(() => desk.RefusedAsync(Role.KomdigiOfficer, $"/meja/perkara/{id}/keputusan", ("versi", version), ("langkah", "Return"), ("alasan", _long)));
        var question = asked.QuerySelector("#alasan-tinjau")!;
        Assert.Equal(_long, question.TextContent);
        Assert.True(question.Closest("details")!.HasAttribute("open"));
        Assert.Equal("", asked.QuerySelector("#alasan")!.TextContent);
    }

    [Fact]
    public async Task Two_cases_that_are_not_joined_leave_the_reason_on_the_page_of_the_join()
    {
        var (into, from) = (await OpenAsync(), await OpenAsync());
        var (status, page) = await ExpectNothingAsync(() => desk.RefusedAsync(
            Role.Kp2miAnalyst, $"/meja/perkara/{from}/gabung", ("versi", "9"), ("ke", $"{into}"), ("versiKe", "0"), ("alasan", "Nomor sama.")));

        Assert.Equal(409, status);
        Assert.Equal("Nomor sama.", FormOf(page, $"/meja/perkara/{from}/gabung").QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_step_for_somebody_in_danger_keeps_its_choice_date_and_words_in_its_own_form()
    {
        var id = await RaiseAsync();
        var (status, page) = await ExpectNothingAsync(() => desk.RefusedAsync(
            Role.VictimProtection, $"/meja/bahaya/{id}/langkah", ("versi", "0"), ("langkah", "Wait"), ("sampai", "2020-01-01"), ("alasan", "Tunggu KBRI.")));

        Assert.Equal(422, status);
        Assert.Equal("Tunggu KBRI.", page.QuerySelector("#alasan-Wait")!.TextContent);
        Assert.Equal("2020-01-01", page.QuerySelector("#sampai")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("#sampai")!.Closest("details")!.HasAttribute("open"));
        Assert.Equal("", page.QuerySelector("#alasan-Answer")!.TextContent);
    }

    [Fact]
    public async Task Who_may_not_do_it_gets_the_words_back_and_another_site_does_not()
    {
        var id = await OpenAsync();
        var (status, page) = await ExpectNothingAsync(() => desk.RefusedAsync(Role.Auditor, $"/meja/perkara/{id}/catatan", ("tingkat", "Shared"), ("teks", "<i>Panjang sekali</i>")));
        Assert.Equal(403, status);
        Assert.Equal("<i>Panjang sekali</i>", page.QuerySelector("main .said")!.TextContent);

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/meja/perkara/{id}/catatan", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("teks", "Dari situs lain")]),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var forged = await desk.As(Role.Kp2miAnalyst).SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, forged.StatusCode);
        Assert.DoesNotContain("Dari situs lain", await forged.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_longer_than_the_session_lasted_gets_the_words_back_once_and_no_case()
    {
        var id = await OpenAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/meja/perkara/{id}/catatan", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("teks", "Catatan panjang"), KeyValuePair.Create("sandi", "RAHASIA")]),
        };
        request.Headers.Add("Cookie", "terjaga=lama");
        using var answer = await desk.Desk.Browser.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("Catatan panjang", page, StringComparison.Ordinal);
        Assert.DoesNotContain("RAHASIA", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dicari", page, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }

    private Task<Guid> OpenAsync(string? link = null) => desk.OpenAsync(Reported.Offer(700 + Interlocked.Increment(ref _number)), link);

    private async Task<Guid> RaiseAsync()
    {
        await desk.OpenAsync(DangerReports.Captive);
        return await desk.WithAsync<TerjagaDb, Guid>(db => db.DangerFiles.Select(f => f.ReportId).SingleAsync());
    }

    private Task<int> VersionAsync(Guid id) => desk.WithAsync<TerjagaDb, int>(db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.Version).SingleAsync());

    private static IElement FormOf(IDocument page, string action)
    {
        Assert.NotNull(page.QuerySelector("[role=alert]"));
        return page.QuerySelector($"form[action='{action}']")!;
    }

    private async Task<T> ExpectNothingAsync<T>(Func<Task<T>> refused)
    {
        var before = await CountAsync();
        var result = await refused();
        Assert.Equal(before, await CountAsync());
        return result;
    }

    private Task<string> CountAsync() => desk.WithAsync<TerjagaDb, string>(async db =>
        $"{await db.Events.CountAsync(e => e.Ministry != null)} {await db.CaseNotes.CountAsync()} {await db.Appeals.CountAsync()} {await db.DangerFiles.SumAsync(f => f.Version)}");
}
