using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Intake;

/// <summary>How long a reporter sees "received" after the receipt, until the report is screened and in the queue.</summary>
internal static class ReporterWait
{
    /// <summary>Reports a second: a viral hour is ten times as much, and would measure the flood instead.</summary>
    private const int Rate = 20;

    private const int Seconds = 15;

    /// <summary>Reports that are sent: as many to warm up as are counted.</summary>
    public const int Count = 2 * Rate * Seconds;

    private static readonly TimeSpan _shortestPause = TimeSpan.FromMilliseconds(5);

    /// <summary>Pause between two looks, as a share of the wait so far: a desk that lags is not slowed by those who look.</summary>
    private const double PauseShare = 0.1;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public static async Task<Latencies> MeasureAsync(Uri desk, CancellationToken cancellationToken)
    {
        using var http = Loopback.Client(desk);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Rate));
        var waits = new List<Task<double>>();
        for (var number = 0; number < Count; number++)
        {
            await pace.WaitForNextTickAsync(cancellationToken);
            waits.Add(WaitForAsync(http, number, cancellationToken));
        }

        return new Latencies((await Task.WhenAll(waits)).Skip(Count / 2));
    }

    private static async Task<double> WaitForAsync(HttpClient http, int number, CancellationToken cancellationToken)
    {
        var text = $"{ReportTexts.All[number % ReportTexts.Count]} w{number}";
        using var answer = await http.PostAsJsonAsync("/api/reports", new { text }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var status = (string)(await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["status"]!;
        var accepted = Stopwatch.GetTimestamp();
        while ((string?)(await http.GetFromJsonAsync<JsonNode>(status, cancellationToken))!["state"] == "received")
        {
            if (Stopwatch.GetElapsedTime(accepted) > _patience)
                throw new TimeoutException($"A report was not screened within {_patience}.");
            var pause = Stopwatch.GetElapsedTime(accepted) * PauseShare;
            await Task.Delay(pause > _shortestPause ? pause : _shortestPause, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(accepted).TotalMilliseconds;
    }
}
