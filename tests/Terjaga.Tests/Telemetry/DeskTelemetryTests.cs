using System.Net.Http.Json;

namespace Terjaga.Tests.Telemetry;

public sealed class DeskTelemetryTests
{
    [Fact]
    public async Task A_collector_hears_of_reports_and_work_and_never_what_they_hold()
    {
        await using var collector = await Collector.StartAsync();
        string receipt;
        var settings = new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address };
        await using (var desk = await RunningDesk.StartWholeAsync(settings))
        {
            using var report = JsonContent.Create(new { text = "MARKED-TEXT gaji 15 juta visa turis", contact = "MARKED-CONTACT" });
            using var taken = await desk.SendAsync(HttpMethod.Post, "/api/reports", report, "User-Agent: MARKED-AGENT");
            receipt = (await taken.Content.ReadFromJsonAsync<Taken>(TestContext.Current.CancellationToken))!.Receipt;
            using var known = await desk.GetAsync($"/api/reports/{receipt}?x=MARKED-QUERY");
            Assert.True(known.IsSuccessStatusCode);
            await RunningDesk.UntilAsync(async () => (await desk.ReadAsync($"/api/reports/{receipt}")).Contains("checked", StringComparison.Ordinal));
        }

        Assert.Contains("terjaga.reports.received", collector.Heard, StringComparison.Ordinal);
        Assert.Contains("terjaga.work.duration", collector.Heard, StringComparison.Ordinal);
        Assert.Contains("screen-report", collector.Heard, StringComparison.Ordinal);
        Assert.Contains("/api/reports/{receipt}", collector.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain("MARKED", collector.Heard, StringComparison.Ordinal);
        Assert.DoesNotContain(receipt, collector.Heard, StringComparison.Ordinal);
    }

    private sealed record Taken(string Receipt);
}
