using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Accounts;
using Terjaga.Intake;

namespace Terjaga.Tests.Casework.Queues;

/// <summary>The pages and calls of queues on a desk that works, by officers who signed in.</summary>
public sealed class QueuePagesTests
{
    [Fact]
    public async Task A_queue_shows_whose_turn_it_is_who_holds_a_case_and_why_it_is_due()
    {
        await using var desk = await StartAsync(2);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        using var next = await PostAsync(analyst, "/meja/berikut");
        Assert.StartsWith("/meja/perkara/", next.Headers.Location?.OriginalString, StringComparison.Ordinal);

        var page = await ParseAsync(analyst, "/meja");
        var rows = page.QuerySelectorAll("#antrean [data-row]");
        Assert.Equal(2, rows.Length);
        Assert.Contains(nameof(Role.Kp2miAnalyst), rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Analis KP2MI", rows[0].TextContent, StringComparison.Ordinal);
        Assert.NotNull(rows[1].QuerySelector("button[data-key=c]"));
        Assert.Single((await ParseAsync(analyst, "/meja?pegang=saya")).QuerySelectorAll("[data-row]"));
        Assert.Single((await ParseAsync(analyst, "/meja?keadaan=New&pegang=bebas")).QuerySelectorAll("[data-row]"));

        using var colleague = await desk.SignInAsync(Role.Kp2miApprover);
        using var refused = await PostAsync(colleague, next.Headers.Location!.OriginalString + "/pegang");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(nameof(Role.Kp2miAnalyst), await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_is_kept_as_a_tab_and_what_is_no_filter_is_left_out_of_it()
    {
        await using var desk = await StartAsync(1);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);

        using var saved = await PostAsync(analyst, "/meja/pandangan", ("nama", "Tiktok tua"), ("saringan", "kanal=tiktok&umur=3&jahat=%3Cscript%3E&bahaya=mungkin"));

        Assert.Equal("/meja?umur=3&kanal=tiktok", saved.Headers.Location?.OriginalString);
        Assert.Equal("Tiktok tua", (await ParseAsync(analyst, "/meja?umur=3&kanal=tiktok")).QuerySelectorAll(".tabs a[aria-current]").Single().TextContent);
    }

    [Fact]
    public async Task Whatever_stands_in_the_address_is_answered()
    {
        await using var desk = await StartAsync(1);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);

        foreach (var address in new[]
        {
            "/meja?keadaan=Bukan&tanda=9&bahaya=x&umur=-1&kanal=%00&pegang=q&sesudah=99999999999999999999_x",
            "/meja?umur=999999999999&kata=%22%00*&giliran=%ED%A0%80",
            "/meja?sesudah=9223372036854775807_00000000-0000-0000-0000-000000000000&keadaan=semua",
            "/meja/cari?kata=%00%22%20NEAR(&sesudah=bukan",
        })
        {
            using var answer = await analyst.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task Whoever_decides_second_sees_both_versions_and_keeps_what_was_typed()
    {
        await using var desk = await StartAsync(1);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        var id = (string)(await analyst.GetFromJsonAsync<JsonNode>("/api/cases?state=New", TestContext.Current.CancellationToken))!["cases"]![0]!["id"]!;
        using var first = await PostAsync(analyst, $"/meja/perkara/{id}/keputusan", ("versi", "0"), ("langkah", "Verify"), ("alasan", "Pertama."));
        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);

        using var page = await PostAsync(analyst, $"/meja/perkara/{id}/keputusan", ("versi", "0"), ("langkah", "Dismiss"), ("alasan", "Yang saya tulis."));
        Assert.Equal(HttpStatusCode.Conflict, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Yang saya tulis.", html, StringComparison.Ordinal);
        Assert.Contains("Pertama.", html, StringComparison.Ordinal);

        using var call = await analyst.PostAsJsonAsync($"/api/cases/{id}/decisions", new { version = 0, step = "Dismiss", reason = "Lain." }, TestContext.Current.CancellationToken);
        var problem = await call.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        Assert.Equal("case.changed", (string)problem!["code"]!);
        Assert.Equal((0, 1), ((int)problem["yourVersion"]!, (int)problem["version"]!));
        Assert.Equal("Pertama.", (string)problem["events"]!.AsArray().Single()!["reason"]!);
    }

    [Fact]
    public async Task An_open_queue_hears_that_its_rows_changed()
    {
        await using var desk = await StartAsync(1);
        using var analyst = await desk.SignInAsync(Role.Kp2miAnalyst);
        using var answer = await analyst.GetAsync(new Uri("/meja/antrean/kabar", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var before = await NextAsync(reader);

        using var next = await PostAsync(analyst, "/meja/berikut");

        Assert.NotEqual(before, await NextAsync(reader));
    }

    private static async Task<string> NextAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
                return line;
        }

        return "";
    }

    private static async Task<RunningDesk> StartAsync(int cases)
    {
        var desk = await RunningDesk.StartWholeAsync();
        await using var scope = desk.Services.CreateAsyncScope();
        for (var i = 0; i < cases; i++)
        {
            Expect.Value(await scope.ServiceProvider.GetRequiredService<SubmitReport>().RunAsync(
                new(null, Reported.Offer(i), null, null, [], null), TestContext.Current.CancellationToken));
        }

        using var analyst = await desk.SignInAsync(Role.Auditor);
        await RunningDesk.UntilAsync(async () => (await analyst.GetFromJsonAsync<JsonNode>("/api/cases?state=New", TestContext.Current.CancellationToken))!["cases"]!.AsArray().Count == cases);
        return desk;
    }

    private static async Task<IDocument> ParseAsync(HttpClient browser, string path) =>
        await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] form) => browser.PostAsync(
        new Uri(path, UriKind.Relative), new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))), TestContext.Current.CancellationToken);
}
