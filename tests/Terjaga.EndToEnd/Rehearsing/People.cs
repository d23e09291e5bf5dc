using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>Scripted people by calls: strangers who report, officers who decide several cases at once where the desk lets them.</summary>
internal sealed class People(DeskProcess desk, OutsideWorld world) : IDisposable
{
    /// <summary>Code of the legal basis of rehearsals.</summary>
    private const string Basis = "latihan";

    private static readonly ParallelOptions _hands = new() { MaxDegreeOfParallelism = 4 };

    private readonly Staff _staff = new(desk.Address);
    private readonly DeskClient _reporter = new(desk.Address);
    private readonly Dictionary<int, PlacedItem> _items = world.Items.ToDictionary(i => i.Number);
    private readonly Dictionary<string, string> _recipients = [];

    /// <summary>Every acknowledged receipt, by the number of its item.</summary>
    public ConcurrentDictionary<int, string> Receipts { get; } = new();

    /// <summary>Accounts, a recipient for each platform, and a rule with a short clock.</summary>
    public async Task PrepareAsync(TimeSpan deadline, CancellationToken cancellationToken)
    {
        await _staff.JoinAsync(desk, cancellationToken);
        foreach (var platform in world.Platforms)
        {
            var added = await CreatedAsync(_staff.Drafter.PostAsync(
                "/api/recipients",
                new
                {
                    platform.Name,
                    Hosts = platform.IsChosen ? null : platform.Host,
                    Channel = platform.By.ToString(),
                    platform.Address,
                    Secret = platform.By == FictionalPlatform.Channel.Webhook ? world.Secret : null,
                    IsEnabled = false,
                    Source = "rehearsal",
                    platform.Kind,
                },
                cancellationToken));
            _recipients[platform.Host] = (string)added["id"]!;
            var (status, body) = await _staff.Administrator.PostAsync($"/api/recipients/{added["id"]}/sending", new { IsEnabled = true }, cancellationToken);
            Assert.True(status == HttpStatusCode.NoContent, $"{status} {body}");
        }

        await CreatedAsync(_staff.Signer.PostAsync(
            "/api/legal-bases",
            new { Code = Basis, TitleId = "Aturan latihan", TitleEn = "Rule of the rehearsal", DeadlineSeconds = (long)deadline.TotalSeconds, Source = "rehearsal", ValidFrom = "2026-01-01" },
            cancellationToken));
    }

    /// <summary>Everything is reported, and read by the machine: what are copies is one case then.</summary>
    public async Task ReportAllAsync(CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            _items.Values, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (item, token) =>
            {
                // Every second report brings the words itself; the others only say where they stand.
                object report = item.IsOdd
                    ? new { Link = item.Address, item.Text }
                    : new { Link = item.Address, Channel = "rehearsal" };
                var (status, body) = await _reporter.SendAsync(
                    HttpMethod.Post, "/api/reports", report, token, idempotencyKey: $"rehearsal-{item.Number}");
                Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
                Receipts[item.Number] = (string)body!["receipt"]!;
            });
        while (await IsReadingAsync(cancellationToken))
            await Task.Delay(300, cancellationToken);
    }

    /// <summary>One round of all officers; how many cases they moved.</summary>
    public async Task<int> RoundAsync(CancellationToken cancellationToken) =>
        await ProtectAsync(cancellationToken) + await VerifyAsync(cancellationToken) + await HandOverAsync(cancellationToken)
        + await EachAsync("HandedOver", OrderAsync, cancellationToken) + await EachAsync("UnderReview", OrderAsync, cancellationToken);

    public async Task<string> StateBehindReceiptAsync(int number, CancellationToken cancellationToken) =>
        (string)(await _reporter.GetAsync($"/api/reports/{Receipts[number]}", cancellationToken))["state"]!;

    public void Dispose()
    {
        _staff.Dispose();
        _reporter.Dispose();
    }

    private async Task<bool> IsReadingAsync(CancellationToken cancellationToken) =>
        (await _staff.Analyst.GetAsync("/api/work", cancellationToken))["counts"]!.AsArray().Any(c =>
            (string)c!["kind"]! is "capture-report" or "screen-report" or "link-report" && (int)c["waiting"]! + (int)c["running"]! > 0);

    /// <summary>Everybody in danger is answered, and what was reported may be removed then.</summary>
    private async Task<int> ProtectAsync(CancellationToken cancellationToken)
    {
        var files = (await _staff.Protector.GetAsync("/api/danger?queue=Waiting", cancellationToken))["files"]!.AsArray();
        await Parallel.ForEachAsync(files, _hands, async (file, _) =>
        {
            var version = (int)file!["version"]!;
            await StepAsync(file, new { Version = version, Step = "Release", Reason = "Nobody can be found by it, in a rehearsal." }, cancellationToken);
            await StepAsync(file, new { Version = version + 1, Step = "Answer", Code = "phone", Reason = "Answered in a rehearsal." }, cancellationToken);
        });
        return files.Count;
    }

    private async Task StepAsync(JsonNode file, object step, CancellationToken cancellationToken) =>
        Understood("danger", await _staff.Protector.PostAsync($"/api/danger/{file["reportId"]}/steps", step, cancellationToken));

    /// <summary>What has an offer among its places is verified, the rest dismissed.</summary>
    private async Task<int> VerifyAsync(CancellationToken cancellationToken)
    {
        var (offers, others) = (new ConcurrentBag<JsonNode>(), new ConcurrentBag<JsonNode>());
        var moved = await EachAsync("New", (view, _) =>
        {
            (view["case"]!["items"]!.AsArray().Any(i => _items[RehearsalItems.NumberOf((string)i!["address"]!)].IsOffer) ? offers : others).Add(view["case"]!);
            return Task.CompletedTask;
        }, cancellationToken);
        await DecideAsync(_staff.Analyst, [.. offers], "Verify", cancellationToken);
        await DecideAsync(_staff.Analyst, [.. others], "Dismiss", cancellationToken);
        return moved;
    }

    private async Task<int> HandOverAsync(CancellationToken cancellationToken)
    {
        var cases = new ConcurrentBag<JsonNode>();
        var moved = await EachAsync("Verified", (view, _) =>
        {
            cases.Add(view["case"]!);
            return Task.CompletedTask;
        }, cancellationToken);
        await DecideAsync(_staff.Handover, [.. cases], "HandOver", cancellationToken);
        return moved;
    }

    /// <summary>Many cases by one decision; what was decided before the desk died, or has become part of another case, is left, and the next round looks again.</summary>
    private static async Task DecideAsync(DeskClient by, IReadOnlyList<JsonNode> cases, string step, CancellationToken cancellationToken)
    {
        const int AtOnce = 100;
        foreach (var some in cases.Chunk(AtOnce))
        {
            var chosen = some.Select(c => new { CaseFileId = (string)c["id"]!, Version = (int)c["version"]! });
            Understood(step, await by.PostAsync("/api/bulk", new { Cases = chosen, Step = step, Reason = "Decided in a rehearsal." }, cancellationToken));
        }
    }

    private async Task OrderAsync(JsonNode view, CancellationToken cancellationToken)
    {
        var id = (string)view["case"]!["id"]!;
        foreach (var host in view["contacts"]!["hosts"]!.AsArray().Select(h => (string)h!["name"]!).Where(host => world.At(host)!.IsChosen))
        {
            Understood("contacts", await _staff.Drafter.PostAsync(
                $"/api/cases/{id}/contacts", new { Host = host, Reason = "Its registrar.", RecipientId = _recipients[host] }, cancellationToken));
        }

        view = await ReadAsync(id, cancellationToken);
        var basis = view["legalBases"]!.AsArray().First(b => (string)b!["code"]! == Basis)!["id"];
        foreach (var recipient in view["contacts"]!["answering"]!.AsArray())
        {
            var order = new { Version = await VersionAsync(id, cancellationToken), RecipientId = (string)recipient!, LegalBasisId = (string)basis!, Reason = "Danger signs were found." };
            Understood("orders", await _staff.Drafter.PostAsync($"/api/cases/{id}/orders", order, cancellationToken));
        }

        var signature = new { Version = await VersionAsync(id, cancellationToken), Reason = "Signed in a rehearsal." };
        Understood("signatures", await _staff.Signer.PostAsync($"/api/cases/{id}/signatures", signature, cancellationToken));
    }

    /// <remarks>A refusal says that the step was taken before the desk died, or that a copy has joined: the next round looks again.</remarks>
    private static void Understood(string what, (HttpStatusCode Status, JsonNode? Body) answer) => Assert.True(
        answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity,
        $"{what}: {answer.Status} {answer.Body}");

    private async Task<int> EachAsync(string state, Func<JsonNode, CancellationToken, Task> act, CancellationToken cancellationToken)
    {
        var rows = await ListAsync(state, cancellationToken);
        await Parallel.ForEachAsync(rows, _hands, async (row, _) => await act(await ReadAsync((string)row["id"]!, cancellationToken), cancellationToken));
        return rows.Count;
    }

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

    /// <summary>As the drafter sees it, with whom to ask.</summary>
    private Task<JsonNode> ReadAsync(string id, CancellationToken cancellationToken) => _staff.Drafter.GetAsync($"/api/cases/{id}", cancellationToken);

    private async Task<int> VersionAsync(string id, CancellationToken cancellationToken) => (int)(await ReadAsync(id, cancellationToken))["case"]!["version"]!;

    private static async Task<JsonNode> CreatedAsync(Task<(HttpStatusCode Status, JsonNode? Body)> answer)
    {
        var (status, body) = await answer;
        Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
        return body!;
    }
}
