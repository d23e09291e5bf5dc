using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Terjaga.Evidence.Custody;

namespace Terjaga.Tests.Evidence.Custody;

/// <summary>A stranger follows the log with nothing but the calls.</summary>
public sealed class CustodyCallsTests
{
    [Fact]
    public async Task A_stranger_sees_that_the_log_of_today_begins_with_that_of_yesterday_and_holds_an_entry()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        await using var desk = await RunningDesk.StartAsync(clock);
        await GrowAsync(desk, clock, 300);
        var yesterday = await GetAsync(desk, "/api/custody/head");
        clock.Advance(TimeSpan.FromDays(1));
        await GrowAsync(desk, clock, 77);
        var today = await GetAsync(desk, "/api/custody/head");

        var consistency = await GetAsync(desk, "/api/custody/consistency?from=300&to=377");
        Assert.True(Merkle.IsConsistent(300, 377, Bytes(yesterday, "root"), Bytes(today, "root"), Path(consistency)));

        var leaf = Merkle.LeafHash(await LeafAsync(desk));
        var inclusion = await GetAsync(desk, $"/api/custody/inclusion?leaf={Convert.ToHexString(leaf)}&size=377");
        Assert.Equal(Bytes(today, "root"), Merkle.RootOf(inclusion.GetProperty("index").GetInt64(), 377, leaf, Path(inclusion)));

        Assert.Equal(yesterday.GetRawText(), (await GetAsync(desk, "/api/custody/head/300")).GetRawText());
        Assert.Equal(today.GetProperty("publicKey").GetString(), await desk.ReadAsync("/api/custody/key"));
        Assert.StartsWith("terjaga custody log\n377\n", today.GetProperty("text").GetString(), StringComparison.Ordinal);
        var head = new SignedHead(377, Bytes(today, "root"), today.GetProperty("at").GetDateTimeOffset(), Bytes(today, "signature"), today.GetProperty("publicKey").GetString()!, null);
        Assert.Equal(Encoding.ASCII.GetString(head.Text), today.GetProperty("text").GetString());
        Assert.True(CustodyKey.IsSigned(head));
    }

    [Fact]
    public async Task What_the_log_never_had_is_answered_with_a_code_and_kept_by_nobody()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        await using var desk = await RunningDesk.StartAsync(clock);
        await GrowAsync(desk, clock, 3);
        Dictionary<string, HttpStatusCode> asked = new()
        {
            ["/api/custody/head/4"] = HttpStatusCode.NotFound,
            ["/api/custody/head/x"] = HttpStatusCode.NotFound,
            ["/api/custody/head/99999999999999999999"] = HttpStatusCode.NotFound,
            ["/api/custody/consistency"] = HttpStatusCode.BadRequest,
            ["/api/custody/consistency?from=0&to=3"] = HttpStatusCode.UnprocessableEntity,
            ["/api/custody/consistency?from=3&to=2"] = HttpStatusCode.UnprocessableEntity,
            ["/api/custody/consistency?from=1&to=4"] = HttpStatusCode.UnprocessableEntity,
            ["/api/custody/inclusion?leaf=00&size=3"] = HttpStatusCode.NotFound,
            ["/api/custody/inclusion?leaf=zz00112233445566778899aabbccddeeff00112233445566778899aabbccddee&size=3"] = HttpStatusCode.NotFound,
            ["/api/custody/inclusion?leaf=0000112233445566778899aabbccddeeff00112233445566778899aabbccddee&size=3"] = HttpStatusCode.NotFound,
            ["/api/custody/inclusion?leaf=0000112233445566778899aabbccddeeff00112233445566778899aabbccddee&size=9223372036854775807"] = HttpStatusCode.UnprocessableEntity,
        };

        foreach (var (path, status) in asked)
        {
            using var answer = await desk.GetAsync(path);

            Assert.True(answer.StatusCode == status, $"{path}: {answer.StatusCode}");
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task Heads_and_proofs_may_be_kept_and_the_page_shows_the_newest_head_in_both_languages()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 3, 0, 0, TimeSpan.Zero));
        await using var desk = await RunningDesk.StartAsync(clock);
        Assert.Contains("Belum ada.", await desk.ReadAsync("/bukti"), StringComparison.Ordinal);
        await GrowAsync(desk, clock, 3);

        foreach (var path in new[] { "head", "head/3", "key", "consistency?from=2&to=3" })
        {
            using var answer = await desk.GetAsync("/api/custody/" + path);
            Assert.True(answer.Headers.CacheControl!.Public);
        }

        var root = WebUtility.HtmlEncode(Convert.ToBase64String(Bytes(await GetAsync(desk, "/api/custody/head"), "root")));
        Assert.Contains(root, (await desk.ReadAsync("/bukti")).Replace("&#x2B;", "&#43;", StringComparison.Ordinal).Replace("&#43;", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The log of evidence", await desk.ReadAsync("/bukti?bahasa=en"), StringComparison.Ordinal);
    }

    private static async Task GrowAsync(RunningDesk desk, FakeTimeProvider clock, int count)
    {
        await desk.Services.AddEntriesAsync(clock.GetUtcNow(), count);
        await desk.Services.GetRequiredService<PlaceCustody>().RunAsync(TestContext.Current.CancellationToken);
        await desk.Services.GetRequiredService<SignHead>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> LeafAsync(RunningDesk desk)
    {
        await using var scope = desk.Services.CreateAsyncScope();
        var bundle = await scope.ServiceProvider.GetRequiredService<ProveCustody>().RunAsync([CustodyDesk.Holder], TestContext.Current.CancellationToken);
        return bundle.Entries[123].Leaf;
    }

    private static async Task<JsonElement> GetAsync(RunningDesk desk, string path) => JsonDocument.Parse(await desk.ReadAsync(path)).RootElement;

    private static byte[] Bytes(JsonElement json, string name) => json.GetProperty(name).GetBytesFromBase64();

    private static List<byte[]> Path(JsonElement json) => [.. json.GetProperty("path").EnumerateArray().Select(hash => hash.GetBytesFromBase64())];
}
