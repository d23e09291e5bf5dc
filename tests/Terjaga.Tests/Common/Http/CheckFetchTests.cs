using System.Net;
using System.Text.Json;
using Terjaga.Common.Http;

namespace Terjaga.Tests.Common.Http;

public sealed class CheckFetchTests
{
    /// <summary>What only a visit shows: these are cases of the client, not of the decision beforehand.</summary>
    private static readonly string[] _ofVisits = ["redirect", "body", "sub", "rebinding", "tls"];

    private static readonly IPAddress _public = IPAddress.Parse("93.184.216.34");

    private static readonly Dictionary<string, IReadOnlyList<IPAddress>> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["example.com"] = [_public],
        ["xn--bcher-kva.example"] = [_public],
        ["loker-kamboja.example"] = [_public],
        ["r.test"] = [_public],
        ["c.test"] = [_public, IPAddress.Parse("10.0.0.1")],
        ["inside.example"] = [IPAddress.Parse("::ffff:10.0.0.1")],
    };

    private readonly CheckFetch _check = new(new HttpOptions(), _names, isOnlyNames: true);

    [Fact]
    public async Task Every_address_that_others_wrote_down_is_decided_as_they_say()
    {
        var wrong = new List<string>();
        await foreach (var line in File.ReadLinesAsync(SharedFolder.Require("standards/ssrf/cases.jsonl"), TestContext.Current.CancellationToken))
        {
            var row = JsonDocument.Parse(line).RootElement;
            var (url, verdict, kind) = (row.GetProperty("url").GetString()!, row.GetProperty("verdict").GetString(), row.GetProperty("class").GetString());
            if (verdict == "deny" && _ofVisits.Contains(kind))
                continue;
            var code = await _check.RunAsync(url, TestContext.Current.CancellationToken);
            if (code is null != (verdict == "allow"))
                wrong.Add($"{verdict} {url}: {code ?? "allowed"}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("https://loker-kamboja.example/x", null)]
    [InlineData("https://inside.example/", "fetch.private-address")]
    [InlineData("https://nobody.example/", "fetch.name-unknown")]
    [InlineData("http://example.com:8080/", "fetch.port")]
    [InlineData("https://user@example.com/", "fetch.credentials")]
    [InlineData("https://example.com/a%0D%0Ab", "fetch.ambiguous")]
    [InlineData("https://example.com/?text=Halo%0ASaya", null)]
    [InlineData(@"https://example.com\@127.0.0.1/", "link.invalid")]
    [InlineData("https://example.com./", null)]
    [InlineData("http://0135.0270.0330.042/", "fetch.ambiguous")]
    [InlineData("ftp://example.com/", "link.invalid")]
    [InlineData("http://localhost/", "link.not-public")]
    public async Task An_address_is_decided_with_a_code_and_without_a_visit(string url, string? code) =>
        Assert.Equal(code, await _check.RunAsync(url, TestContext.Current.CancellationToken));
}
