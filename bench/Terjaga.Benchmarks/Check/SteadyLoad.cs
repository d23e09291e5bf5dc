using System.Diagnostics;
using System.Net.Http.Json;

namespace Terjaga.Benchmarks.Check;

/// <summary>Checks at a steady rate, sent when they are due and not when the last one is answered.</summary>
internal static class SteadyLoad
{
    /// <summary>Answers of a rate, from the moment at which each was due: a desk that lags cannot hide it.</summary>
    /// <param name="warmUp">Checks before any counts.</param>
    public static async Task<(Latencies Latencies, int Failures)> RunAsync(
        HttpClient http, IReadOnlyList<string> texts, int perSecond, int warmUp, int count, CancellationToken cancellationToken)
    {
        var answers = new List<Task<(double Milliseconds, bool IsAnswered)>>(warmUp + count);
        var begun = Stopwatch.GetTimestamp();
        for (var i = 0; i < warmUp + count; i++)
        {
            var due = begun + (i * Stopwatch.Frequency / perSecond);
            while (Stopwatch.GetTimestamp() < due)
                await Task.Delay(1, cancellationToken);
            answers.Add(CheckAsync(http, texts[i % texts.Count], due, cancellationToken));
        }

        var counted = (await Task.WhenAll(answers)).Skip(warmUp).ToList();
        return (new Latencies(counted.Select(answer => answer.Milliseconds)), counted.Count(answer => !answer.IsAnswered));
    }

    private static async Task<(double Milliseconds, bool IsAnswered)> CheckAsync(HttpClient http, string text, long due, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/api/check", new { text }, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        return (Stopwatch.GetElapsedTime(due).TotalMilliseconds, answer.IsSuccessStatusCode);
    }
}
