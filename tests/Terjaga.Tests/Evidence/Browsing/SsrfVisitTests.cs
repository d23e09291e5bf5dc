using System.Globalization;
using System.Text.Json;
using Terjaga.Common.Http;
using Terjaga.Evidence.Browsing;
using Terjaga.Tests.Common.Http;

namespace Terjaga.Tests.Evidence.Browsing;

/// <summary>The shared cases that need a visit: what each path does is said by its note; the rest is kept from us.</summary>
public sealed class SsrfVisitTests(ITestOutputHelper output)
{
    private static readonly string[] _visited = ["redirect", "sub", "body"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shared_case_of_a_visit_ends_as_it_says_directly_and_in_the_browser()
    {
        var file = SharedFolder.Require("standards/ssrf/cases.jsonl");
        var cases = (await File.ReadAllLinesAsync(file, Stop)).Select(line => JsonDocument.Parse(line).RootElement)
            .Where(one => _visited.Contains(one.GetProperty("class").GetString())).ToList();
        Assert.NotEmpty(cases);
        Chromium.Require();
        foreach (var one in cases)
        {
            var path = new Uri(one.GetProperty("url").GetString()!).AbsolutePath;
            await using var site = Serve(path);
            var address = Expect.Value(WebAddress.Parse($"http://{HostileSite.Host}{path}"));
            var isAllowed = one.GetProperty("verdict").GetString() == "allow";

            await using var into = new MemoryStream();
            var outcome = await site.Client().DownloadAsync(address, into, FetchLimits.MaxBodyBytes, TimeSpan.FromSeconds(2), Stop);
            // A body is read by the same client in the browser; its cases are not shown again.
            var look = one.GetProperty("class").GetString() == "body" ? null : await ShowAsync(site, address);

            output.WriteLine($"{one.GetProperty("id")} {path}: {outcome.Code ?? "read"}, browser {look?.Code ?? "shown"}");
            Assert.Empty(site.Escapes);
            Assert.True(into.Length <= FetchLimits.MaxBodyBytes);
            if (isAllowed)
                Assert.Equal("http://public.example/", outcome.FinalAddress.Value);
            else if (path is not ("/meta-refresh" or "/js-location" or "/svg-image" or "/length-lie"))
                Assert.NotNull(outcome.Code);
        }
    }

    private static async Task<PageLook> ShowAsync(HostileSite site, WebAddress address)
    {
        using var browser = new PageBrowser(new BrowserOptions(), site.Client(), TimeSpan.FromSeconds(6));
        return await browser.LookAsync(address, Stop);
    }

    private static HostileSite Serve(string path)
    {
        var site = new HostileSite().Says("/", "umum");
        var inside = $"http://127.0.0.1:{site.Canary}/";
        return path switch
        {
            "/to-file" => site.Redirects(path, "file:///etc/passwd"),
            "/to-gopher" => site.Redirects(path, $"gopher://127.0.0.1:{site.Canary}/_x"),
            "/chain-21" => Chain(site, 21),
            "/loop" => site.Redirects(path, path),
            "/relative-dot" => site.Redirects(path, inside[5..]),
            "/meta-refresh" => site.Says(path, $"<meta http-equiv=refresh content='0;url={inside}'>"),
            "/js-location" => site.Says(path, $"<script>location='{inside}'</script>"),
            "/svg-image" => site.Says(path, $"<svg xmlns='http://www.w3.org/2000/svg'><image href='{inside}'/></svg>", "Content-Type: image/svg+xml"),
            "/gzip-bomb" => site.Says(path, HostileSite.Packed(HostileSite.Gzip, 64L * 1024 * 1024), "Content-Encoding: gzip"),
            "/brotli-bomb" => site.Says(path, HostileSite.Packed(HostileSite.Brotli, 64L * 1024 * 1024), "Content-Encoding: br"),
            "/slow" => site.Writes(path, async (to, stop) =>
            {
                await to.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"u8.ToArray(), stop);
                for (; ; await Task.Delay(1_000, stop))
                    await to.WriteAsync("x"u8.ToArray(), stop);
            }),
            "/huge-header" => site.Says(path, "", "X: " + new string('a', 1024 * 1024)),
            "/length-lie" => site.Writes(path, (to, stop) => to.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nlonger than it said"u8.ToArray(), stop).AsTask()),
            _ when path.EndsWith("-to-public", StringComparison.Ordinal) => site.Redirects(path, "http://public.example/", path[1..4] + " Moved"),
            _ when int.TryParse(path.AsSpan(1, 3), CultureInfo.InvariantCulture, out _) => site.Redirects(path, inside, path[1..4] + " Moved"),
            _ => throw new InvalidOperationException($"No site for {path}."),
        };
    }

    private static HostileSite Chain(HostileSite site, int hops)
    {
        site.Redirects("/chain-21", "/hop1");
        for (var hop = 1; hop <= hops; hop++)
            site.Redirects($"/hop{hop}", $"/hop{hop + 1}");
        return site;
    }
}
