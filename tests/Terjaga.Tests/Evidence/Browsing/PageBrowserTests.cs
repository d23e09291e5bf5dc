using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Terjaga.Evidence.Browsing;
using Terjaga.Tests.Common.Http;

namespace Terjaga.Tests.Evidence.Browsing;

/// <summary>A real Chromium on pages of a real, hostile server.</summary>
public sealed class PageBrowserTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _short = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task A_page_gives_its_picture_its_words_and_all_that_it_asked_for()
    {
        await using var site = new HostileSite().Redirects("/start", "/page?fbclid=1")
            .Says("/page?fbclid=1", "<title>Loker</title><h1>Gaji besar</h1><p id=p style='height:3000px'></p><img src=/i.png><script>document.getElementById('p').append('oleh skrip')</script><p style='display:none'>tersembunyi</p>");

        var look = await LookAsync(site, "/start");

        Assert.Null(look.Code);
        Assert.Equal(["/start", "/page?fbclid=1"], look.Way.Select(e => e.Address.PathAndQuery));
        Assert.Contains("/i.png", look.Parts.Select(e => e.Address.AbsolutePath));
        Assert.Contains("oleh skrip", look.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("tersembunyi", look.Words, StringComparison.Ordinal);
        Assert.True(look.Picture!.AsSpan(1, 3).SequenceEqual("PNG"u8));
        Assert.InRange(BinaryPrimitives.ReadInt32BigEndian(look.Picture.AsSpan(20)), 3000, 3500);
        Assert.All(site.Requests, request => Assert.DoesNotMatch("(?im)^(cookie|referer|authorization|origin):", request));
    }

    /// <summary>Each in all its ways: what a page asks for while it is shown.</summary>
    private const string Reaches = """
        <link rel=stylesheet href=//HERE/css><link rel=preload as=script href=//HERE/preload><link rel=dns-prefetch href=//HERE><link rel=icon href=//HERE/icon>
        <style>@import url(//HERE/import);body{background:url(//HERE/background)}</style>
        <img src=//HERE/img><img srcset="//HERE/srcset 2x"><iframe src=http://HERE/iframe></iframe><object data=//HERE/object></object><embed src=//HERE/embed>
        <video src=//HERE/video poster=//HERE/poster></video><script src=//HERE/script></script><svg><image href=//HERE/svg /><use href=//HERE/use#a /></svg>
        <iframe srcdoc="<img src=http://HERE/srcdoc>"></iframe><iframe src="data:text/html,<script>fetch('http://HERE/data')</script>"></iframe><form id=f method=post action=http://HERE/form target=x></form>
        <script>
        const at = 'HERE';
        for (const t of [() => fetch('http://' + at + '/fetch', {mode: 'no-cors'}), () => fetch('http://' + at + '/post', {method: 'POST', mode: 'no-cors', body: 'x'}),
          () => { const x = new XMLHttpRequest(); x.open('GET', 'http://' + at + '/xhr'); x.send(); }, () => new WebSocket('ws://' + at + '/ws'),
          () => new EventSource('http://' + at + '/events'), () => navigator.sendBeacon('http://' + at + '/beacon', 'x'), () => window.open('http://' + at + '/open'),
          () => { const p = new RTCPeerConnection({iceServers: [{urls: 'stun:' + at}, {urls: 'turn:' + at + '?transport=tcp', username: 'a', credential: 'b'}]}); p.createDataChannel('x'); p.createOffer().then(o => p.setLocalDescription(o)); },
          () => new Worker(URL.createObjectURL(new Blob(["fetch('http://" + at + "/worker',{mode:'no-cors'});new WebSocket('ws://" + at + "/ws2')"]))), () => new WebTransport('https://' + at + '/wt'),
          () => document.getElementById('f').submit(), () => import('http://' + at + '/module'), () => navigator.serviceWorker.register('/sw.js')]) try { Promise.resolve(t()).catch(() => 0); } catch { }
        alert('wait'); document.body.append('all tried');
        </script>
        """;

    [Fact]
    public async Task Nothing_that_a_page_asks_for_reaches_the_inside_of_this_machine()
    {
        await using var site = new HostileSite();
        string[] insides = ["127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0", "2130706433", OurOutsideAddress()];
        site.Says("/", string.Concat(insides.Select(inside => Reaches.Replace("HERE", $"{inside}:{site.Canary}", StringComparison.Ordinal))));
        site.Says("/sw.js", $"fetch('http://127.0.0.1:{site.Canary}/sw',{{mode:'no-cors'}})", "Content-Type: text/javascript");

        var look = await LookAsync(site, "/");

        Assert.Contains("all tried", look.Words, StringComparison.Ordinal);
        Assert.NotEmpty(look.Parts);
        Assert.All(look.Parts.Where(part => part.Address.Port == site.Canary), part => Assert.Null(part.StatusCode));
        Assert.Empty(site.Escapes);
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0;url=http://127.0.0.1:PORT/'>")]
    [InlineData("<script>location='http://127.0.0.1:PORT/'</script>")]
    [InlineData("<script>location='file:///etc/passwd'</script>halaman")]
    [InlineData(null)]
    public async Task A_page_that_sends_the_browser_inside_is_refused(string? page)
    {
        await using var site = new HostileSite();
        var inside = $"http://127.0.0.1:{site.Canary}/";
        _ = page is null
            ? site.Redirects("/", inside)
            : site.Says("/", page.Replace("PORT", site.Canary.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

        var look = await LookAsync(site, "/");

        Assert.Empty(site.Escapes);
        Assert.DoesNotContain("root:", look.Words ?? "", StringComparison.Ordinal);
        Assert.All(look.Way.Skip(1), step => Assert.NotNull(step.Code));
    }

    [Theory]
    [InlineData("<h1>x</h1><script>while(true);</script>", "browser.timeout")]
    [InlineData("<script>const kept=[];setInterval(()=>{for(let i=0;i<20;i++)kept.push(new Uint8Array(4<<20).fill(7))},5)</script>", "browser.too-much-memory")]
    public async Task A_page_that_takes_too_much_is_ended_and_its_answer_is_kept(string page, string code)
    {
        await using var site = new HostileSite().Says("/", page);

        var look = await LookAsync(site, "/");

        Assert.Equal(code, look.Code);
        Assert.Equal(200, Assert.Single(look.Way).StatusCode);
        Assert.Null(look.Picture);
        Assert.DoesNotContain(Process.GetProcesses(), process => process.ProcessName.StartsWith("chrom", StringComparison.Ordinal) && IsOurs(process));
    }

    [Fact]
    public async Task A_page_that_breaks_the_browser_keeps_its_answer()
    {
        await using var site = new HostileSite().Says("/", string.Concat(Enumerable.Repeat("<div>", 200_000)) + "dasar");

        var look = await LookAsync(site, "/");

        Assert.Equal(200, look.Way[0].StatusCode);
        Assert.True(look.Code is null or PageLook.Timeout or "browser.failed", look.Code);
    }

    [Fact]
    public async Task Without_a_browser_the_desk_says_so()
    {
        await using var site = new HostileSite().Says("/", "<h1>Halo</h1>");
        using var browser = new PageBrowser(new BrowserOptions { Program = "no-such-browser" }, site.Client(), _short);

        var look = await browser.LookAsync(Address("/"), TestContext.Current.CancellationToken);

        Assert.Equal("browser.missing", look.Code);
        Assert.Empty(look.Way);
    }

    /// <summary>An address of this machine that is not loopback: the desk itself may listen there.</summary>
    private static string OurOutsideAddress() => Dns.GetHostAddresses(Dns.GetHostName())
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a))?.ToString() ?? "127.0.0.2";

    private static bool IsOurs(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("terjaga-browser-", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static Terjaga.Common.WebAddress Address(string path) =>
        Expect.Value(Terjaga.Common.WebAddress.Parse($"http://{HostileSite.Host}{path}"));

    private async Task<PageLook> LookAsync(HostileSite site, string path)
    {
        Chromium.Require();
        using var browser = new PageBrowser(new BrowserOptions(), site.Client(), _short);
        var began = Stopwatch.GetTimestamp();
        var look = await browser.LookAsync(Address(path), TestContext.Current.CancellationToken);
        output.WriteLine($"{path}: {look.Code} after {Stopwatch.GetElapsedTime(began)}, without network: {BrowserCommand.HasNoNetwork}, parts {look.Parts.Count}");
        return look;
    }
}
