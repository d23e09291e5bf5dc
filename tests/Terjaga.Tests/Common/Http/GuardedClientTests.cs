using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Terjaga.Common.Http;

namespace Terjaga.Tests.Common.Http;

/// <summary>What a hostile server can do to a visit, over real sockets.</summary>
public sealed class GuardedClientTests
{
    /// <summary>More than any limit, small to send.</summary>
    private const long Huge = 256L * 1024 * 1024;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("301 Moved Permanently", "http://127.0.0.1:PORT/", "fetch.redirect-invalid")]
    [InlineData("302 Found", "//127.0.0.1:PORT/", "fetch.redirect-invalid")]
    [InlineData("303 See Other", "http://[::ffff:7f00:1]:PORT/", "fetch.redirect-invalid")]
    [InlineData("307 Temporary Redirect", "http://2130706433:PORT/", "fetch.redirect-invalid")]
    [InlineData("308 Permanent Redirect", "http://inside.example:PORT/", "fetch.private-address")]
    [InlineData("302 Found", "http://user@other.example/", "fetch.redirect-invalid")]
    [InlineData("302 Found", "http://outside.example:22/", "fetch.port")]
    [InlineData("302 Found", "file:///etc/passwd", "fetch.redirect-invalid")]
    [InlineData("302 Found", "gopher://127.0.0.1:PORT/_x", "fetch.redirect-invalid")]
    [InlineData("302 Found", "/start", "fetch.redirect-limit")]
    public async Task A_redirect_leads_nowhere_that_the_first_address_could_not(string status, string location, string code)
    {
        await using var site = new HostileSite();
        site.Redirects("/start", location.Replace("PORT", site.Canary.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), status);

        var outcome = await Client(site).FetchAsync(Address("/start"), Stop);

        Assert.Equal(code, outcome.Code);
        Assert.Null(outcome.StatusCode);
        Assert.Empty(site.Escapes);
        Assert.InRange(site.Requests.Count, 1, FetchLimits.MaxRedirects + 1);
    }

    [Fact]
    public async Task A_way_of_five_redirects_is_followed_to_its_end_and_kept_step_by_step()
    {
        await using var site = new HostileSite().Says("/5", "sampai");
        site.Redirects("/0", "/1?utm_source=kept").Redirects("/1?utm_source=kept", "/2").Redirects("/2", "/3").Redirects("/3", "/4").Redirects("/4", "/5");

        var outcome = await Client(site).FetchAsync(Address("/0"), Stop);

        Assert.Equal("sampai", Encoding.UTF8.GetString(outcome.Body));
        Assert.Equal(["/0", "/1?utm_source=kept", "/2", "/3", "/4", "/5"], outcome.Exchanges.Select(e => e.Address.PathAndQuery));
        Assert.All(outcome.Exchanges, exchange => Assert.Equal("127.0.0.1", exchange.RemoteAddress));
        Assert.All(site.Requests, request => Assert.DoesNotMatch("(?im)^(cookie|referer|authorization|origin):", request));
    }

    public static TheoryData<string, string> Answers => new()
    {
        { "gzip bomb", "fetch.bomb" },
        { "brotli bomb", "fetch.bomb" },
        { "gzip twice", "fetch.coding" },
        { "unknown coding", "fetch.coding" },
        { "broken gzip", "fetch.invalid-answer" },
        { "endless", "fetch.too-large" },
        { "endless chunks", "fetch.too-large" },
        { "declared too large", "fetch.too-large" },
        { "length beyond numbers", "fetch.invalid-answer" },
        { "negative length", "fetch.invalid-answer" },
        { "shorter than declared", "fetch.cut-short" },
        { "bad chunk", "fetch.invalid-answer" },
        { "one huge header", "fetch.too-many-headers" },
        { "flood of headers", "fetch.too-many-headers" },
        { "flood of interim answers", "fetch.timeout" },
        { "no answer", "fetch.cut-short" },
        { "not HTTP", "fetch.invalid-answer" },
        { "slow body", "fetch.timeout" },
        { "slow headers", "fetch.timeout" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_hostile_answer_ends_with_its_code_and_within_its_limits(string answer, string code)
    {
        await using var site = new HostileSite().Writes("/", (to, stop) => WriteAsync(answer, to, stop));
        await using var into = new MemoryStream();

        var outcome = await Client(site).DownloadAsync(Address("/"), into, FetchLimits.MaxBodyBytes, TimeSpan.FromSeconds(3), Stop);

        Assert.Equal(code, outcome.Code);
        Assert.True(into.Length <= FetchLimits.MaxBodyBytes);
    }

    [Theory]
    [InlineData("Content-Type: text/html; charset=no-such", "halaman")]
    [InlineData("Content-Type: text/html\r\nContent-Type: image/png", "halaman")]
    [InlineData("Content-Type: \u00ff\u00fe; ===", "halaman")]
    [InlineData("Content-Type: text/html\r\nX: a\u0001b", "hala\0man")]
    public async Task An_odd_answer_is_read_as_it_is(string headers, string body)
    {
        await using var site = new HostileSite().Says("/", body, headers);

        var outcome = await Client(site).FetchAsync(Address("/"), Stop);

        Assert.Equal(body, Encoding.UTF8.GetString(outcome.Body));
        Assert.Null(outcome.Code);
    }

    [Fact]
    public async Task A_name_is_looked_up_once_and_only_the_checked_address_is_connected_to()
    {
        await using var site = new HostileSite();
        var asked = 0;
        // Public first, then inside: who asks twice, once to check and once to connect, ends at the canary.
        Task<IPAddress[]> Rebind(string name, CancellationToken _) =>
            Task.FromResult<IPAddress[]>([IPAddress.Parse(Interlocked.Increment(ref asked) % 2 == 1 ? "203.0.112.7" : "127.0.0.1")]);
        var connector = new GuardedConnector(new HttpOptions { Ports = [site.Canary] }, Rebind, OwnAddresses.Of(null));
        var client = new GuardedClient(connector, TimeProvider.System);
        var address = Expect.Value(WebAddress.Parse($"http://rebind.example:{site.Canary}/"));

        var codes = new List<string?>();
        for (var visit = 0; visit < 20; visit++)
        {
            await using var into = new MemoryStream();
            codes.Add((await client.DownloadAsync(address, into, 1, TimeSpan.FromMilliseconds(100), Stop)).Code);
        }

        Assert.Equal(20, asked);
        Assert.Equal(10, codes.Count(code => code == "fetch.private-address"));
        Assert.Empty(site.Escapes);
        for (var visit = 0; visit < 10_000; visit++)
        {
            var found = await ResolveAsync(connector, site.Canary);
            Assert.True(found is null || found.All(end => PublicAddress.IsPublic(end.Address)));
        }
    }

    [Fact]
    public async Task A_name_with_one_inside_address_among_its_answers_is_refused()
    {
        var connector = new GuardedConnector(
            new HttpOptions(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse("::ffff:127.0.0.1")]), OwnAddresses.Of(null));

        Assert.Null(await ResolveAsync(connector, 80));
    }

    [Theory]
    [InlineData(SocketError.HostNotFound, "fetch.name-unknown")]
    [InlineData(SocketError.NoData, "fetch.name-unknown")]
    [InlineData(SocketError.TryAgain, "fetch.name-unanswered")]
    [InlineData(SocketError.NoRecovery, "fetch.name-unanswered")]
    public async Task A_name_that_does_not_exist_is_told_apart_from_a_resolver_that_does_not_answer(SocketError error, string code)
    {
        var connector = new GuardedConnector(
            new HttpOptions(), (_, _) => Task.FromException<IPAddress[]>(new SocketException((int)error)), OwnAddresses.Of(null));

        Assert.Equal(code, (await Assert.ThrowsAsync<RefusedException>(() => connector.ResolveAsync("hilang.example", 80, Stop))).Code);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_kept_and_not_trusted()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={HostileSite.Host}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        await using var site = new HostileSite(certificate).Says("/", "rahasia");

        var outcome = await site.Client().FetchAsync(Expect.Value(WebAddress.Parse($"https://{HostileSite.Host}/")), Stop);

        Assert.Equal("fetch.certificate", outcome.Code);
        Assert.Equal($"CN={HostileSite.Host}; SHA-256 {certificate.GetCertHashString(HashAlgorithmName.SHA256)}", Assert.Single(outcome.Exchanges).Certificate);
        Assert.All(site.Requests, Assert.Empty);
    }

    [Fact]
    public async Task The_desk_itself_is_refused_by_name_and_by_address()
    {
        var ours = new OwnAddresses("terjaga.example", new HashSet<IPAddress> { IPAddress.Parse("93.184.216.34") });
        var connector = new GuardedConnector(new HttpOptions(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34")]), ours);

        foreach (var name in new[] { "terjaga.example", "TERJAGA.example.", "lain.example", "93.184.216.34" })
            Assert.Equal("fetch.our-own", (await Assert.ThrowsAsync<RefusedException>(() => connector.ResolveAsync(name, 80, Stop))).Code);
    }

    private static async Task<IPEndPoint[]?> ResolveAsync(GuardedConnector connector, int port)
    {
        try
        {
            return await connector.ResolveAsync("rebind.example", port, Stop);
        }
        catch (RefusedException refused) when (refused.Code == "fetch.private-address")
        {
            return null;
        }
    }

    private static async Task WriteAsync(string answer, Stream to, CancellationToken stop)
    {
        Task Head(string headers) => to.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\n{headers}\r\n\r\n"), stop).AsTask();
        async Task Body(string headers, byte[] body) { await Head($"Content-Length: {body.Length}\r\n{headers}"); await to.WriteAsync(body, stop); }
        async Task ForEver(byte[] piece, TimeSpan rest)
        {
            while (true)
            {
                await to.WriteAsync(piece, stop);
                await Task.Delay(rest, stop);
            }
        }

        await (answer switch
        {
            "gzip bomb" => Body("Content-Encoding: gzip", HostileSite.Packed(HostileSite.Gzip, Huge)),
            "brotli bomb" => Body("Content-Encoding: br", HostileSite.Packed(HostileSite.Brotli, Huge)),
            "gzip twice" => Body("Content-Encoding: gzip, gzip", HostileSite.Packed(HostileSite.Gzip, 100)),
            "unknown coding" => Body("Content-Encoding: zstd", [1, 2, 3]),
            "broken gzip" => Body("Content-Encoding: gzip", Encoding.ASCII.GetBytes("this is no gzip")),
            "endless" => Then(Head("Content-Type: text/html"), () => ForEver(new byte[256 * 1024], TimeSpan.Zero)),
            "endless chunks" => Then(Head("Transfer-Encoding: chunked"), () => ForEver([.. "10000\r\n"u8, .. new byte[0x10000], .. "\r\n"u8], TimeSpan.Zero)),
            "declared too large" => Then(Head("Content-Length: 104857600"), () => ForEver(new byte[1], TimeSpan.FromMilliseconds(100))),
            "length beyond numbers" => Then(Head("Content-Length: 99999999999999999999"), () => ForEver(new byte[1], TimeSpan.FromMilliseconds(100))),
            "negative length" => Then(Head("Content-Length: -1"), () => ForEver(new byte[1], TimeSpan.FromMilliseconds(100))),
            "shorter than declared" => Then(Head("Content-Length: 1000"), () => to.WriteAsync("short"u8.ToArray(), stop).AsTask()),
            "bad chunk" => Then(Head("Transfer-Encoding: chunked"), () => to.WriteAsync("zz\r\nx\r\n"u8.ToArray(), stop).AsTask()),
            "one huge header" => Then(to.WriteAsync("HTTP/1.1 200 OK\r\nX: "u8.ToArray(), stop).AsTask(), () => ForEver(Encoding.ASCII.GetBytes(new string('a', 65_536)), TimeSpan.Zero)),
            "flood of headers" => Then(to.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), stop).AsTask(), () => ForEver("X-Flood: 1\r\n"u8.ToArray(), TimeSpan.Zero)),
            "flood of interim answers" => ForEver("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"u8.ToArray(), TimeSpan.FromMilliseconds(1)),
            "no answer" => Task.CompletedTask,
            "not HTTP" => to.WriteAsync("220 mail.example ESMTP\r\n\r\n"u8.ToArray(), stop).AsTask(),
            "slow body" => Then(Head("Content-Length: 1000"), () => ForEver("x"u8.ToArray(), TimeSpan.FromMilliseconds(300))),
            "slow headers" => ForEver("H"u8.ToArray(), TimeSpan.FromSeconds(1)),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        });
    }

    private static async Task Then(Task first, Func<Task> second)
    {
        await first;
        await second();
    }

    private static WebAddress Address(string path) => Expect.Value(WebAddress.Parse($"http://{HostileSite.Host}{path}"));

    private static GuardedClient Client(HostileSite site) => site.Client();
}
