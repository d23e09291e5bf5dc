using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Casework.Sharing;

namespace Terjaga.Tests.Casework.Sharing;

/// <summary>Marks are planted in every field, and each ministry reads every page and call of the desk.</summary>
public sealed class ReadAroundTests
{
    private const string Words = "PENANDAKATA", Channel = "PENANDAKANAL", Verified = "PENANDAPERIKSA", HandedOver = "PENANDARIWAYAT", Drafted = "PENANDARANCANGAN";

    private const string OfKp2mi = "PENANDACATATANA", OfKomdigi = "PENANDACATATANB";

    /// <summary>News that never end.</summary>
    private static readonly string[] _endless = ["/meja/antrean/kabar"];

    [Fact]
    public async Task Neither_ministry_reads_around_the_sharing_table()
    {
        await using var site = await TestSite.StartAsync();
        await using var desk = await RunningDesk.StartWholeAsync(site.Settings);
        site.Pages["/a"] = $"<p>Lowongan kerja Kamboja {Words} gaji 15 juta</p>";
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        using var approver = await desk.SignInAsync(Role.Kp2miApprover);
        using var drafter = await desk.SignInAsync(Role.KomdigiOfficer);
        using var privacy = await desk.SignInAsync(Role.PrivacyOfficer);
        var id = await PlantAsync(desk, analyst, approver, drafter);

        var (kp2mi, komdigi) = (await CrawlAsync(desk, analyst, id), await CrawlAsync(desk, drafter, id));
        Assert.Equal([Words, Verified, HandedOver, OfKp2mi], Seen(kp2mi).Except([Channel]));
        Assert.Equal([Words, Verified, HandedOver, Drafted, OfKomdigi], Seen(komdigi));

        foreach (var field in Enum.GetValues<SharedField>())
        {
            foreach (var ministry in new[] { "kp2mi", "komdigi" })
            {
                await ExpectAsync(HttpStatusCode.Created, privacy, "/api/sharing", new
                {
                    Field = field,
                    Ministry = ministry,
                    Level = SharingLevel.None,
                    ValidFrom = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
                    Source = "Uji",
                    Why = "Uji",
                });
            }
        }

        Assert.Equal([OfKp2mi], Seen(await CrawlAsync(desk, analyst, id)));
        Assert.Equal([OfKomdigi], Seen(await CrawlAsync(desk, drafter, id)));
        await ExpectAsync(HttpStatusCode.Forbidden, drafter, $"/meja/perkara/{id}/bukti/paket", new { });
    }

    private static async Task<string> PlantAsync(RunningDesk desk, HttpClient analyst, HttpClient approver, HttpClient drafter)
    {
        await ExpectAsync(HttpStatusCode.Created, desk.Browser, "/api/reports", new
        {
            Link = $"http://{TestSite.Host}/a",
            Text = $"Lowongan kerja Kamboja {Words} gaji 15 juta visa turis dulu tiket ditanggung",
            Channel,
        });
        JsonNode? row = null;
        await RunningDesk.UntilAsync(async () => (row = (await JsonAsync(analyst, "/api/cases?state=New"))["cases"]!.AsArray().FirstOrDefault()) is not null);
        var id = (string)row!["id"]!;
        await ExpectAsync(HttpStatusCode.NoContent, analyst, $"/api/cases/{id}/decisions", new { Version = await VersionAsync(analyst, id), Step = "Verify", Reason = Verified });
        await ExpectAsync(HttpStatusCode.NoContent, approver, $"/api/cases/{id}/decisions", new { Version = await VersionAsync(analyst, id), Step = "HandOver", Reason = HandedOver });
        await ExpectAsync(HttpStatusCode.Created, analyst, $"/api/cases/{id}/notes", new { Level = "Ministry", Text = OfKp2mi });
        await ExpectAsync(HttpStatusCode.Created, drafter, $"/api/cases/{id}/notes", new { Level = "Ministry", Text = OfKomdigi });
        await ExpectAsync(HttpStatusCode.Created, drafter, "/api/recipients", new { Name = "Situs", Hosts = TestSite.Host, Channel = "Mail", Address = "abuse@situs.example", IsEnabled = false, Source = "" });
        var (recipients, bases) = (await JsonAsync(drafter, "/api/recipients"), await JsonAsync(drafter, "/api/legal-bases"));
        await ExpectAsync(HttpStatusCode.OK, drafter, $"/api/cases/{id}/orders", new
        {
            Version = await VersionAsync(analyst, id),
            RecipientId = (string)recipients[0]!["id"]!,
            LegalBasisId = (string)bases[0]!["id"]!,
            Reason = Drafted,
            ContentClass = "a",
        });
        return id;
    }

    private static IEnumerable<string> Seen(string all) =>
        new[] { Words, Channel, Verified, HandedOver, Drafted, OfKp2mi, OfKomdigi }.Where(mark => all.Contains(mark, StringComparison.Ordinal));

    /// <summary>All that the officer can read, one page after the other; each place of a path is filled with what the case has.</summary>
    private static async Task<string> CrawlAsync(RunningDesk desk, HttpClient officer, string id)
    {
        var (all, count) = (new StringBuilder(), 0);
        var captures = (await JsonAsync(officer, $"/api/cases/{id}"))["captures"]!.AsArray();
        var capture = captures.Count > 0 ? (string)captures[0]!["id"]! : id;
        var paths = desk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Where(p => p.StartsWith("/meja", StringComparison.Ordinal) || p.StartsWith("/api", StringComparison.Ordinal));
        foreach (var path in paths.Except(_endless))
        {
            var filled = path.Replace("{id:guid}", id, StringComparison.Ordinal).Replace("{lihat:guid}", capture, StringComparison.Ordinal);
            using var answer = await officer.GetAsync(new Uri(filled, UriKind.Relative), TestContext.Current.CancellationToken);
            all.AppendLine(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            count += answer.IsSuccessStatusCode ? 1 : 0;
        }

        Assert.InRange(count, 10, 200);
        return all.ToString();
    }

    private static async Task<int> VersionAsync(HttpClient officer, string id) => (int)(await JsonAsync(officer, $"/api/cases/{id}"))["case"]!["version"]!;

    private static async Task<JsonNode> JsonAsync(HttpClient officer, string path) =>
        JsonNode.Parse(await officer.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken))!;

    private static async Task ExpectAsync(HttpStatusCode status, HttpClient browser, string path, object call)
    {
        using var answer = path.StartsWith("/meja", StringComparison.Ordinal)
            ? await browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([]), TestContext.Current.CancellationToken)
            : await browser.PostAsJsonAsync(path, call, new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web)
            {
                Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
            }, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
    }
}
