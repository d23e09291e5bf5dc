using Terjaga.Takedown.Recipients.Finding;
using Terjaga.Tests.Common.Http;

namespace Terjaga.Tests.Takedown.Recipients.Finding;

public sealed class AskServerTests : IAsyncDisposable
{
    private readonly HostileSite _site = new();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/loop", "fetch.redirect-limit")]
    [InlineData("/deep", "fetch.redirect-limit")]
    [InlineData("/inside", "link.not-public")]
    [InlineData("/plain", "contact.not-encrypted")]
    [InlineData("/file", "link.invalid")]
    [InlineData("/large", "fetch.too-large")]
    [InlineData("/gone", "contact.none")]
    [InlineData("/refused", "contact.status")]
    [InlineData("/garbage", "fetch.unreachable")]
    public async Task A_server_that_misleads_is_left_with_its_code(string path, string code)
    {
        _site.Redirects("/loop", "/loop").Redirects("/inside", "https://169.254.169.254/latest").Redirects("/plain", "http://lain.sungguhan.id/").Redirects("/file", "file:///etc/passwd")
            .Says("/large", new string(' ', 101)).Says("/gone", "", status: "404 Not Found").Says("/refused", "", status: "403 Forbidden")
            .Writes("/garbage", async (to, stop) => await to.WriteAsync("SSH-2.0-x\r\n"u8.ToArray(), stop));
        for (var step = 0; step < 9; step++)
            _site.Redirects(step == 0 ? "/deep" : $"/deep{step}", $"/deep{step + 1}");

        var answer = await AskAsync(path, isSameHostOnly: false);

        Assert.Equal(code, path == "/garbage" && answer.Code == "fetch.invalid-answer" ? code : answer.Code);
        Assert.Empty(answer.Body);
        Assert.Empty(_site.Escapes);
    }

    [Fact]
    public async Task Another_host_is_followed_only_where_that_is_allowed()
    {
        _site.Redirects("/else", "https://public.example/there").Says("/there", "ok");

        Assert.Equal("fetch.redirect-invalid", (await AskAsync("/else", isSameHostOnly: true)).Code);
        Assert.Null((await AskAsync("/else", isSameHostOnly: false)).Code);
    }

    [Fact]
    public async Task A_server_that_never_ends_is_left_after_some_seconds()
    {
        _site.Writes("/slow", async (_, stop) => await Task.Delay(Timeout.Infinite, stop));

        Assert.Equal("fetch.timeout", (await AskAsync("/slow", isSameHostOnly: true)).Code);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 5)]
    [InlineData("999999999", 86_400)]
    [InlineData("-7", 300)]
    [InlineData("nanti", 300)]
    [InlineData(null, 300)]
    [InlineData("Mon, 30 Nov 2026 00:01:00 GMT", 60)]
    public void A_pause_is_as_long_as_the_server_asks_and_never_absurd(string? wish, int seconds)
    {
        var (pauses, now) = (new ServerPauses(), new DateTimeOffset(2026, 11, 30, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(now.AddSeconds(seconds), pauses.Pause("r.example", wish, now));
        Assert.NotNull(pauses.Of("R.example", now));
        Assert.Null(pauses.Of("r.example", now.AddSeconds(seconds)));
    }

    private Task<ServerAnswer> AskAsync(string path, bool isSameHostOnly) =>
        new AskServer(_site.Client(), new ServerPauses()).RunAsync(new($"https://{HostileSite.Host}{path}"), "application/json", 100, isSameHostOnly, TestContext.Current.CancellationToken);
}
