using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Terjaga.EndToEnd;

/// <summary>Scripted people carry real texts from the report to the confirmed end, while the desk is killed again and again.</summary>
internal sealed class Rehearsal(DeskProcess desk, IReadOnlyList<RehearsalCase> cases) : IDisposable
{
    /// <summary>Deadline of the rehearsal's own rule: short, so that the silent become late while we watch.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(6);

    private static readonly string[] _states = ["New", "Verified", "HandedOver", "UnderReview", "Ordered", "PartlyGone", "Gone", "Dismissed"];

    private readonly Staff _staff = new(desk.Address);
    private readonly DeskClient _reporter = new(desk.Address);

    /// <summary>Every acknowledged receipt, by the number of its text.</summary>
    public ConcurrentDictionary<int, string> Receipts { get; } = new();

    /// <summary>Settings under which a desk can be rehearsed with.</summary>
    public static Dictionary<string, string> Settings(Platform platform) => new()
    {
        ["Http__Hosts__0"] = string.Create(CultureInfo.InvariantCulture, $"{Platform.CallHost} 127.0.0.1 {platform.SitePort}"),
        ["Http__Hosts__1"] = string.Create(CultureInfo.InvariantCulture, $"{Platform.MailHost} 127.0.0.1 {platform.SitePort}"),
        ["Mail__Host"] = "127.0.0.1",
        ["Mail__Port"] = platform.MailPort.ToString(CultureInfo.InvariantCulture),
        ["Mail__From"] = "perintah@terjaga.example",
        ["Mail__IsEncrypted"] = "false",
        ["Watch__FirstCheckAfter"] = "00:00:01",
        ["Watch__LongestWait"] = "00:00:02",
        ["Watch__ConfirmAfter"] = "00:00:01",
        ["Watch__WatchGoneFor"] = "00:00:01",
        ["Watch__HostGap"] = "00:00:00",
    };

    /// <summary>Accounts, two recipients, and a rule with a short clock.</summary>
    public async Task PrepareAsync(Platform platform, CancellationToken cancellationToken)
    {
        await _staff.JoinAsync(desk, cancellationToken);
        await Created(_staff.Drafter.PostAsync(
            "/api/recipients",
            new { Name = "Panggil", Hosts = Platform.CallHost, Channel = "Webhook", Address = $"http://{Platform.CallHost}/hooks", platform.Secret, IsEnabled = false, Source = "rehearsal" },
            cancellationToken));
        await Created(_staff.Drafter.PostAsync(
            "/api/recipients",
            new { Name = "Surat", Hosts = Platform.MailHost, Channel = "Mail", Address = Platform.MailAddress, IsEnabled = false, Source = "rehearsal" },
            cancellationToken));
        var recipients = await _staff.Drafter.GetAsync("/api/recipients", cancellationToken);
        foreach (var recipient in recipients.AsArray())
        {
            var (status, body) = await _staff.Administrator.PostAsync($"/api/recipients/{(string)recipient!["id"]!}/sending", new { IsEnabled = true }, cancellationToken);
            Assert.True(status == HttpStatusCode.NoContent, $"{status} {body}");
        }

        await Created(_staff.Signer.PostAsync(
            "/api/legal-bases",
            new { Code = "latihan", TitleId = "Aturan latihan", TitleEn = "Rule of the rehearsal", DeadlineSeconds = (long)Deadline.TotalSeconds, Source = "rehearsal", ValidFrom = "2026-01-01" },
            cancellationToken));
    }

    public Task ReportAllAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, cases.Count),
        new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
        async (number, token) =>
        {
            // Every second report brings the words itself; the others only say where they stand.
            object report = number % 2 == 0
                ? new { Link = Platform.AddressOf(number), Channel = "rehearsal" }
                : new { Link = Platform.AddressOf(number), cases[number].Text };
            var (status, body) = await _reporter.SendAsync(
                HttpMethod.Post, "/api/reports", report, token, idempotencyKey: $"rehearsal-{number}");
            Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
            Receipts[number] = (string)body!["receipt"]!;
        });

    /// <summary>The four officers work until nothing is left for them and every order has come to an end that is known.</summary>
    public async Task WorkUntilAllIsKnownAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var moved = await ProtectAsync(cancellationToken) + await EachAsync("New", AnalyseAsync, cancellationToken)
                + await EachAsync("Verified", HandOverAsync, cancellationToken)
                + await EachAsync("HandedOver", OrderAsync, cancellationToken) + await EachAsync("UnderReview", OrderAsync, cancellationToken);
            var waits = await WaitingAsync(cancellationToken);
            if (moved == 0 && waits is null && Receipts.Count == cases.Count)
                return;
            Assert.True(
                TimeProvider.System.GetElapsedTime(began) < patience, $"Not all is known after {patience}: {waits}\n{desk.LastSaid}");
            await Task.Delay(200, cancellationToken);
        }
    }

    /// <summary>All cases, with their reports, orders and events.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadAllAsync(CancellationToken cancellationToken)
    {
        var all = new List<JsonNode>();
        foreach (var state in _states)
        {
            foreach (var row in await ListAsync(state, cancellationToken))
                all.Add(await ReadAsync((string)row["id"]!, cancellationToken));
        }

        return all;
    }

    public async Task<string> StateBehindReceiptAsync(int number, CancellationToken cancellationToken) =>
        (string)(await _reporter.GetAsync($"/api/reports/{Receipts[number]}", cancellationToken))["state"]!;

    public Task<JsonNode> WorkAsync(CancellationToken cancellationToken) =>
        _staff.Analyst.GetAsync("/api/work", cancellationToken);

    public static int NumberOf(string address) => int.Parse(new Uri(address).Segments[^1], CultureInfo.InvariantCulture);

    public void Dispose()
    {
        _staff.Dispose();
        _reporter.Dispose();
    }

    private async Task<int> EachAsync(
        string state, Func<JsonNode, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var rows = await ListAsync(state, cancellationToken);
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
            async (row, token) => await act(await ReadAsync((string)row["id"]!, token), token));
        return rows.Count;
    }

    /// <summary>Everybody in danger is answered, and what was reported may be removed then.</summary>
    private async Task<int> ProtectAsync(CancellationToken cancellationToken)
    {
        var page = await _staff.Protector.GetAsync("/api/danger?queue=Waiting", cancellationToken);
        foreach (var file in page["files"]!.AsArray())
        {
            var version = (int)file!["version"]!;
            await StepAsync(file, new { Version = version, Step = "Release", Reason = "Nobody can be found by it, in a rehearsal." }, cancellationToken);
            await StepAsync(file, new { Version = version + 1, Step = "Answer", Code = "phone", Reason = "Answered in a rehearsal." }, cancellationToken);
        }

        return page["files"]!.AsArray().Count;
    }

    private async Task StepAsync(JsonNode file, object step, CancellationToken cancellationToken)
    {
        var (status, body) = await _staff.Protector.PostAsync($"/api/danger/{file["reportId"]}/steps", step, cancellationToken);
        Assert.True(status is HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity, $"danger: {status} {body}");
    }

    private Task AnalyseAsync(JsonNode view, CancellationToken cancellationToken)
    {
        var isOffer = view["case"]!["items"]!.AsArray().Any(i => cases[NumberOf((string)i!["address"]!)].IsOffer);
        return DecideAsync(
            _staff.Analyst, view, "decisions",
            new { Version = Version(view), Step = isOffer ? "Verify" : "Dismiss", Reason = "Decided in a rehearsal." }, cancellationToken);
    }

    private Task HandOverAsync(JsonNode view, CancellationToken cancellationToken) => DecideAsync(
        _staff.Handover, view, "decisions",
        new { Version = Version(view), Step = "HandOver", Reason = "Handed over in a rehearsal." }, cancellationToken);

    private async Task OrderAsync(JsonNode view, CancellationToken cancellationToken)
    {
        var basis = view["legalBases"]!.AsArray().First(b => (string)b!["code"]! == "latihan")!["id"];
        foreach (var recipient in view["recipients"]!.AsArray())
        {
            var now = await ReadAsync((string)view["case"]!["id"]!, cancellationToken);
            await DecideAsync(
                _staff.Drafter, now, "orders",
                new { Version = Version(now), RecipientId = (string)recipient!["id"]!, LegalBasisId = (string)basis!, Reason = "Danger signs were found." },
                cancellationToken);
        }

        var drafted = await ReadAsync((string)view["case"]!["id"]!, cancellationToken);
        await DecideAsync(
            _staff.Signer, drafted, "signatures",
            new { Version = Version(drafted), Reason = "Signed in a rehearsal." }, cancellationToken);
    }

    /// <remarks>A refusal says that the step was taken before the desk died, or that a copy has joined: the next round looks again.</remarks>
    private static async Task DecideAsync(
        DeskClient by, JsonNode view, string what, object decision, CancellationToken cancellationToken)
    {
        var (status, body) = await by.PostAsync($"/api/cases/{view["case"]!["id"]}/{what}", decision, cancellationToken);
        Assert.True(
            status is HttpStatusCode.OK or HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity,
            $"{what}: {status} {body}");
    }

    private async Task<string?> WaitingAsync(CancellationToken cancellationToken)
    {
        var work = await WorkAsync(cancellationToken);
        var busy = work["counts"]!.AsArray().Where(c =>
            (string)c!["kind"]! is "capture-report" or "screen-report" or "link-report" or "send-notice" or "order-deadline" or "check-order-now"
            && (int)c["waiting"]! + (int)c["running"]! > 0).Select(c => c!.ToJsonString()).ToList();
        if (busy.Count > 0)
            return string.Join(' ', busy);

        foreach (var state in (string[])["Ordered", "PartlyGone"])
        {
            foreach (var row in await ListAsync(state, cancellationToken))
            {
                var view = await ReadAsync((string)row["id"]!, cancellationToken);
                if (view["orders"]!.AsArray().FirstOrDefault(o => !IsKnown(o!)) is { } open)
                    return open.ToJsonString();
            }
        }

        return null;
    }

    /// <summary>Confirmed gone; or refused, or answered by nobody and shown as late.</summary>
    private static bool IsKnown(JsonNode order) => Platform.MannerOf(NumberOf((string)order["address"]!)) switch
    {
        Platform.Manner.Removes => (string)order["state"]! == "ConfirmedGone",
        Platform.Manner.Refuses => (string)order["state"]! == "Refused",
        _ => order["lateAt"] is not null,
    };

    private async Task<IReadOnlyList<JsonNode>> ListAsync(string state, CancellationToken cancellationToken)
    {
        var rows = new List<JsonNode>();
        for (var next = $"/api/cases?state={state}"; next is not null;)
        {
            var page = await _staff.Analyst.GetAsync(next, cancellationToken);
            rows.AddRange(page["cases"]!.AsArray()!);
            next = (string?)page["next"];
        }

        return rows;
    }

    private Task<JsonNode> ReadAsync(string id, CancellationToken cancellationToken) =>
        _staff.Analyst.GetAsync($"/api/cases/{id}", cancellationToken);

    private static int Version(JsonNode view) => (int)view["case"]!["version"]!;

    private static async Task Created(Task<(HttpStatusCode Status, JsonNode? Body)> answer)
    {
        var (status, body) = await answer;
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
    }
}
