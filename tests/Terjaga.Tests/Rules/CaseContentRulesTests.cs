using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;

namespace Terjaga.Tests.Rules;

public sealed partial class CaseContentRulesTests
{
    /// <summary>Words and a number that stand nowhere but in the case.</summary>
    private const string Words = "Dibutuhkan segera kuli sarung zamrud di Kamboja visa turis gaji 20 juta", Number = "0817-5550-1234";

    /// <summary>Parts of it that would show it, however a page writes numbers.</summary>
    private static readonly string[] _traces = ["zamrud", "5550-1234", "55501234", "81755501234"];

    [Fact]
    public async Task An_administrator_reads_every_page_and_finds_nothing_of_a_case()
    {
        await using var desk = await RunningDesk.StartWholeAsync();
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        using var administrator = await desk.SignInAsync(Role.Administrator);
        var id = await PlantAsync(desk, analyst);
        Assert.True(HasTrace(await ReadAsync(analyst, $"/meja/perkara/{id}")), "The case shows its text to an analyst.");

        var count = 0;
        foreach (var path in PagesOf(desk, id))
        {
            Assert.False(HasTrace(await ReadAsync(administrator, path)), $"{path} shows an administrator the case");
            count++;
        }

        Assert.InRange(count, 30, 1_000);
    }

    private static bool HasTrace(string text) => _traces.Any(trace => text.Contains(trace, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> PagesOf(RunningDesk desk, string id) =>
        desk.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => PlacePattern().Replace(
                endpoint.RoutePattern.RawText!, place => place.Value.Contains("guid", StringComparison.Ordinal) ? id : new string('a', 64)))
            .Distinct();

    private static async Task<string> PlantAsync(RunningDesk desk, HttpClient analyst)
    {
        using var reported = await desk.SendAsync(
            HttpMethod.Post, "/api/reports", JsonContent.Create(new { text = $"{Words}, hubungi WA {Number}", channel = "facebook" }));
        reported.EnsureSuccessStatusCode();
        var id = "";
        await RunningDesk.UntilAsync(async () =>
        {
            id = IdPattern().Match(await ReadAsync(analyst, "/api/cases?state=New")).Groups[1].Value;
            return id.Length > 0;
        });
        return id;
    }

    private static async Task<string> ReadAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex PlacePattern();

    [GeneratedRegex("\"id\":\"([0-9a-f-]{36})\"")]
    private static partial Regex IdPattern();
}
