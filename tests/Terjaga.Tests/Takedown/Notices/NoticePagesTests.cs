using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Intake;
using Terjaga.Takedown;
using Terjaga.Takedown.Notices;

namespace Terjaga.Tests.Takedown.Notices;

/// <summary>What officers see of the letters of a case.</summary>
public sealed class NoticePagesTests
{
    private static readonly string[] _shapes = ["surat", "surel", "json", "xarf", "aduan"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Komdigi_opens_each_shape_before_and_after_the_signature_and_KP2MI_reads_only_that_there_is_a_letter()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await RunningDesk.StartWholeAsync(site.Settings);
        using var officer = await desk.SignInAsync(Role.KomdigiOfficer);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        var id = await HandedOverAsync(desk, site);
        await DraftAsync(desk, id);

        var draft = (await InAsync(desk, db => db.Orders.AsNoTracking().SingleAsync(Stop))).Id;
        var page = await officer.GetStringAsync(Page(id), Stop);
        Assert.Contains("belum ditandatangani", page, StringComparison.Ordinal);
        Assert.Contains($"/meja/perkara/{id}/surat/{draft}/surat", page, StringComparison.Ordinal);
        foreach (var shape in _shapes)
            Assert.DoesNotContain("/jawab/", await ReadAsync(officer, id, draft, shape), StringComparison.Ordinal);
        Assert.Contains("RANCANGAN", await ReadAsync(officer, id, draft, "surel"), StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"surat\"", await analyst.GetStringAsync(Page(id), Stop), StringComparison.Ordinal);

        await SignAsync(desk, id);
        await RunningDesk.UntilAsync(() => InAsync(desk, db => db.Dispatches.AnyAsync(d => d.SentAt != null, Stop)));
        var dispatch = (await InAsync(desk, db => db.Dispatches.AsNoTracking().SingleAsync(Stop))).Id;
        page = await officer.GetStringAsync(Page(id), Stop);
        Assert.Contains("1/TERJAGA/", page, StringComparison.Ordinal);
        Assert.Contains("diterima server penerima", page, StringComparison.Ordinal);
        foreach (var shape in _shapes)
            Assert.DoesNotContain("/jawab/", await ReadAsync(officer, id, dispatch, shape), StringComparison.Ordinal);
        Assert.Contains("/jawab/", Assert.Single(site.Calls).Body, StringComparison.Ordinal);

        page = await analyst.GetStringAsync(Page(id), Stop);
        Assert.Contains("1/TERJAGA/", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/surat/{dispatch}/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(analyst, id, dispatch, "surat"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(officer, id, dispatch, "lain"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(officer, Guid.Empty, dispatch, "surat"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(officer, id, draft, "surat"));
    }

    private static Uri Page(Guid id) => new($"/meja/perkara/{id}", UriKind.Relative);

    private static async Task<string> ReadAsync(HttpClient officer, Guid id, Guid letter, string shape)
    {
        using var answer = await officer.GetAsync(new Uri($"/meja/perkara/{id}/surat/{letter}/{shape}", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient officer, Guid id, Guid letter, string shape)
    {
        using var answer = await officer.GetAsync(new Uri($"/meja/perkara/{id}/surat/{letter}/{shape}", UriKind.Relative), Stop);
        return answer.StatusCode;
    }

    private static async Task<Guid> HandedOverAsync(RunningDesk desk, TestSite site)
    {
        site.Pages["/a"] = "<p>Lowongan kerja Kamboja</p>";
        Expect.Value(await DoAsync<SubmitReport, Receipt>(desk, submit => submit.RunAsync(
            new($"http://{TestSite.Host}/a", "Lowongan kerja Kamboja, gaji 15 juta, visa turis dulu", null, null, [], null), Stop)));
        await RunningDesk.UntilAsync(() => InAsync(desk, db => db.CaseReports.AnyAsync(r => r.ItemId != null, Stop)));
        var id = await InAsync(desk, db => db.CaseFiles.Select(c => c.Id).SingleAsync(Stop));
        foreach (var (role, step) in new[] { (Role.Kp2miAnalyst, CaseStep.Verify), (Role.Kp2miApprover, CaseStep.HandOver) })
        {
            var version = await VersionAsync(desk, id);
            Expect.Value(await DoAsync<DecideCase, Done>(desk, decide => decide.RunAsync(new(TestDesk.As(role), id, version, step, "Alasan."), Stop)));
        }

        return id;
    }

    private static async Task DraftAsync(RunningDesk desk, Guid id)
    {
        var by = TestDesk.As(Role.KomdigiOfficer);
        var recipient = Expect.Value(await DoAsync<SaveRecipient, SaveRecipient.Saved>(desk, save => save.RunAsync(
            new(by, "Situs", TestSite.Host, RecipientChannel.Webhook, $"http://{TestSite.Host}/hooks", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", false, ""), Stop))).Id;
        Expect.Value(await DoAsync<SwitchRecipient, Done>(desk, switching => switching.RunAsync(new(TestDesk.As(Role.Administrator), recipient, true), Stop)));
        var (basis, version) = (await InAsync(desk, db => db.LegalBases.Where(l => l.DeadlineSeconds == 86_400).Select(l => l.Id).FirstAsync(Stop)), await VersionAsync(desk, id));
        Expect.Value(await DoAsync<DraftOrders, DraftOrders.Drafted>(desk, draft => draft.RunAsync(new(by, id, version, recipient, basis, "Tanda bahaya."), Stop)));
    }

    private static async Task SignAsync(RunningDesk desk, Guid id)
    {
        var version = await VersionAsync(desk, id);
        Expect.Value(await DoAsync<SignOrders, SignOrders.Signed>(desk, sign => sign.RunAsync(new(TestDesk.As(Role.KomdigiApprover), id, version, "Tepat."), Stop)));
    }

    private static Task<int> VersionAsync(RunningDesk desk, Guid id) => InAsync(desk, db => db.CaseFiles.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Stop));

    private static async Task<Result<TValue>> DoAsync<TOperation, TValue>(RunningDesk desk, Func<TOperation, Task<Result<TValue>>> call)
        where TOperation : notnull
        where TValue : notnull
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TOperation>());
    }

    private static async Task<T> InAsync<T>(RunningDesk desk, Func<TerjagaDb, Task<T>> read)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TerjagaDb>());
    }
}
