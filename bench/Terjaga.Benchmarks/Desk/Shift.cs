using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Desk;

/// <summary>One shift: first one officer alone, then all of them while reports arrive.</summary>
internal sealed class Shift(Uri desk, int cases)
{
    /// <summary>Pages of each sort that one officer reads alone, and before anything counts.</summary>
    private const int AloneCount = 40, WarmUpCount = 10;

    /// <summary>Reports a second that arrive (issue 7).</summary>
    private const int ReportsPerSecond = 100;

    /// <summary>Longest time that an officer looks at one page, in milliseconds; the shortest is a third of it.</summary>
    private const int LongestLook = 3_000;

    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(15), _length = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _taken = new();
    private readonly ConcurrentDictionary<int, int> _refused = new();
    private int _number;
    private int _reports;

    public static async Task<DeskFigures> WorkAsync(ServerProcess desk, Staff staff, int cases, TimeSpan filled, CancellationToken cancellationToken)
    {
        var shift = new Shift(desk.Address, cases);
        Progress.Say("one officer");
        var alone = await shift.AloneAsync(staff.Members[0], cancellationToken);
        Progress.Say($"{staff.Members.Count} officers, {ReportsPerSecond} reports a second");
        var (busy, perSecond) = await shift.TogetherAsync(staff, cancellationToken);
        return new DeskFigures(filled, alone, busy, shift._refused, perSecond, desk.ResidentMegabytes);
    }

    private async Task<IReadOnlyDictionary<string, Latencies>> AloneAsync(Staff.Member member, CancellationToken cancellationToken)
    {
        using var http = Staff.ClientOf(member, desk);
        foreach (var count in new[] { WarmUpCount, AloneCount })
        {
            _taken.Clear();
            foreach (var question in Question.All(cases))
            {
                for (var i = 0; i < count; i++)
                    await AskAsync(http, question, cancellationToken);
            }
        }

        return Take();
    }

    private async Task<(IReadOnlyDictionary<string, Latencies> Busy, double ReportsPerSecond)> TogetherAsync(Staff staff, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.WhenAll([ReportAsync(over.Token), .. staff.Members.Select((member, seat) => OfficerAsync(member, seat, over.Token))]);
        await Task.Delay(_warmUp, cancellationToken);
        _taken.Clear();
        _refused.Clear();
        var (reports, begun) = (Volatile.Read(ref _reports), TimeProvider.System.GetTimestamp());
        await Task.WhenAny(work, Task.Delay(_length, cancellationToken));
        var perSecond = (Volatile.Read(ref _reports) - reports) / TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        await over.CancelAsync();
        await work;
        return (Take(), perSecond);
    }

    /// <summary>Reads pages, and every few pages takes the next case and decides on it.</summary>
    private async Task OfficerAsync(Staff.Member member, int seat, CancellationToken cancellationToken)
    {
        using var http = Staff.ClientOf(member, desk);
        var (random, questions) = (new Random(seat), Question.All(cases));
        try
        {
            while (true)
            {
                await AskAsync(http, questions[random.Next(questions.Count)], cancellationToken);
                if (random.Next(5) == 0)
                    await DecideAsync(http, member, cancellationToken);
                await Task.Delay(random.Next(LongestLook / 3, LongestLook), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The shift is over.
        }
    }

    private async Task DecideAsync(HttpClient http, Staff.Member member, CancellationToken cancellationToken)
    {
        using var next = await http.PostAsync(new Uri("/api/cases/next", UriKind.Relative), null, cancellationToken);
        Count("next", next);
        if (!next.IsSuccessStatusCode || member.Role is not ("Kp2miAnalyst" or "Kp2miApprover"))
            return;
        var id = (string)(await next.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!["id"]!;
        var view = await http.GetFromJsonAsync<JsonNode>($"/api/cases/{id}", cancellationToken);
        var step = member.Role == "Kp2miAnalyst" ? Random.Shared.Next(2) == 0 ? "Verify" : "Dismiss" : "HandOver";
        using var decided = await http.PostAsJsonAsync(
            $"/api/cases/{id}/decisions", new { version = (int)view!["case"]!["version"]!, step, reason = "Alasan." }, cancellationToken);
        Count("decision", decided);
    }

    private async Task AskAsync(HttpClient http, Question question, CancellationToken cancellationToken)
    {
        using var answer = await http.GetAsync(new Uri(question.Path(Interlocked.Increment(ref _number)), UriKind.Relative), cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        Count(question.Name, answer);
    }

    /// <summary>Sent when they are due, not when the last one is answered.</summary>
    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        using var http = Loopback.Client(desk);
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / ReportsPerSecond));
        List<Task> sent = [];
        try
        {
            while (await pace.WaitForNextTickAsync(cancellationToken))
                sent.Add(SendAsync(http, cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The shift is over.
        }

        await Task.WhenAll(sent);
    }

    private async Task SendAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _number);
        try
        {
            using var answer = await http.PostAsJsonAsync("/api/reports", new { text = $"{ReportTexts.All[number % ReportTexts.Count]} b{number}" }, cancellationToken);
            if (answer.IsSuccessStatusCode)
                Interlocked.Increment(ref _reports);
        }
        catch (OperationCanceledException)
        {
            // The shift is over, or the desk took longer than a reporter waits: then it is not counted.
        }
    }

    /// <summary>The time that the server says it took; an answer that is none of ours is counted apart.</summary>
    private void Count(string name, HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            _refused.AddOrUpdate((int)answer.StatusCode, 1, (_, count) => count + 1);
        if (answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Server-Timing", out var timing)
            && timing.First().Split("dur=") is [_, var milliseconds])
        {
            _taken.GetOrAdd(name, _ => []).Add(double.Parse(milliseconds, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private SortedDictionary<string, Latencies> Take() => new(_taken.ToDictionary(pair => pair.Key, pair => new Latencies(pair.Value)));
}
