using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using static Terjaga.EndToEnd.Rehearsing.FictionalPlatform;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>
/// All platforms of a rehearsal on one port of this machine: their pages, their signed calls (Standard Webhooks) and, beside it, their mail.
/// </summary>
internal sealed class OutsideWorld : IAsyncDisposable
{
    private static readonly TimeSpan _slowly = TimeSpan.FromSeconds(2), _wait = TimeSpan.FromSeconds(3);

    private readonly Dictionary<int, PlacedItem> _items;
    private readonly Dictionary<string, FictionalPlatform> _platforms;
    private readonly TimeSpan _confirmAfter;
    private readonly WebApplication _site;
    private readonly OutsideMail _mail;
    private readonly DeskClient _desk;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, int> _letters = new(), _told = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _turnedAway = new();
    private int _forged, _impatient, _misunderstood;

    public OutsideWorld(IReadOnlyList<PlacedItem> items, Uri desk, TimeSpan confirmAfter)
    {
        (_items, _desk, _confirmAfter) = (items.ToDictionary(i => i.Number), new DeskClient(desk), confirmAfter);
        _platforms = items.Select(i => i.Platform).Distinct().ToDictionary(p => p.Host);
        _mail = new OutsideMail(this);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
        _site = builder.Build();
        _site.MapGet("/p/{number:int}", Show);
        // As a delegate: as a plain handler of requests its answer would be thrown away.
        _site.MapPost("/hooks", (Delegate)TakeCallAsync);
    }

    public IReadOnlyCollection<FictionalPlatform> Platforms => _platforms.Values;

    public IReadOnlyCollection<PlacedItem> Items => _items.Values;

    public int Port { get; } = DeskProcess.FreePort();

    public string Secret { get; } = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>How often each letter came, by the identity that it carries.</summary>
    public IReadOnlyDictionary<string, int> Letters => _letters;

    /// <summary>How many different letters named each order.</summary>
    public IReadOnlyDictionary<string, int> Told => _told;

    /// <summary>Calls whose signature was wrong; calls that came before the time that was asked for; and answers of ours that the desk did not take.</summary>
    public int Forged => _forged;

    /// <inheritdoc cref="Forged"/>
    public int Impatient => _impatient;

    /// <inheritdoc cref="Forged"/>
    public int Misunderstood => _misunderstood;

    /// <summary>Brings a mail back to the desk, as a mail server would; null where nothing bounces.</summary>
    public Func<string, Task>? Bounce { get; set; }

    /// <summary>Settings under which a desk finds all of it and watches as planned.</summary>
    public Dictionary<string, string> SettingsFor(Plan plan)
    {
        var settings = new Dictionary<string, string>(plan.Watching)
        {
            ["Mail__Host"] = "127.0.0.1",
            ["Mail__Port"] = _mail.Port.ToString(CultureInfo.InvariantCulture),
            ["Mail__From"] = "perintah@terjaga.example",
            ["Mail__IsEncrypted"] = "false",
        };
        foreach (var (host, number) in _platforms.Keys.Select((host, number) => (host, number)))
            settings[$"Http__Hosts__{number}"] = string.Create(CultureInfo.InvariantCulture, $"{host} 127.0.0.1 {Port}");
        return settings;
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _site.StartAsync(cancellationToken);
        _mail.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _mail.DisposeAsync();
        await _site.DisposeAsync();
        _desk.Dispose();
        _stop.Dispose();
    }

    /// <summary>The platform of a host; null for none of ours.</summary>
    public FictionalPlatform? At(string host) => _platforms.GetValueOrDefault(host);

    /// <summary>Whether a letter comes for the first time to who turns each away once.</summary>
    public bool IsTurnedAway(string letter) => _turnedAway.TryAdd(letter, TimeProvider.System.GetUtcNow());

    /// <summary>The same letter again is known by its identity and changes nothing, as Standard Webhooks asks of a receiver.</summary>
    public void Take(FictionalPlatform platform, string letter, JsonNode notice)
    {
        if (_letters.AddOrUpdate(letter, 1, (_, times) => times + 1) > 1)
            return;
        foreach (var order in notice["orders"]!.AsArray())
        {
            _told.AddOrUpdate((string)order!["order"]!, 1, (_, times) => times + 1);
            _ = ActAsync(platform, order);
        }
    }

    private IResult Show(int number, HttpRequest request)
    {
        if (!_items.TryGetValue(number, out var item) || item.Platform.Host != request.Host.Host)
            return Results.NotFound();
        var page = item.Visit(TimeProvider.System.GetUtcNow(), _confirmAfter);
        return page.Html.Length > 0
            ? Results.Content(page.Html, "text/html; charset=utf-8", statusCode: page.Status)
            : Results.StatusCode(page.Status);
    }

    private async Task<IResult> TakeCallAsync(HttpContext context)
    {
        var request = context.Request;
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        var body = buffer.ToArray();
        string id = request.Headers["webhook-id"]!, at = request.Headers["webhook-timestamp"]!;
        var key = Convert.FromBase64String(Secret["whsec_".Length..]);
        var expected = "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. Encoding.UTF8.GetBytes($"{id}.{at}."), .. body]));
        if (request.Headers["webhook-signature"] != expected || At(request.Host.Host) is not { } platform)
        {
            Interlocked.Increment(ref _forged);
            return Results.Unauthorized();
        }

        if (await TurnAwayAsync(platform, id, context) is { } refusal)
            return refusal;
        Take(platform, id, JsonNode.Parse(body)!);
        return Results.NoContent();
    }

    private async Task<IResult?> TurnAwayAsync(FictionalPlatform platform, string id, HttpContext context)
    {
        switch (platform.Takes)
        {
            case Taking.Slowly:
                await Task.Delay(_slowly, context.RequestAborted);
                return null;
            case Taking.AsksToWait when IsTurnedAway(id):
                context.Response.Headers.RetryAfter = ((int)_wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return Results.StatusCode(StatusCodes.Status429TooManyRequests);
            case Taking.AsksToWait when TimeProvider.System.GetUtcNow() - _turnedAway[id] < _wait:
                Interlocked.Increment(ref _impatient);
                return null;
            case Taking.HangsUp when IsTurnedAway(id):
                context.Abort();
                return Results.Empty;
            default:
                return null;
        }
    }

    private async Task ActAsync(FictionalPlatform platform, JsonNode order)
    {
        var item = _items[RehearsalItems.NumberOf((string)order["url"]!)];
        await Task.Delay(platform.Thinks, _stop.Token);
        item.Act();
        object removed = new { Status = "removed" }, refused = new { Status = "refused", Reason = "The poster showed us a permit." };
        object[] answers = platform.Says switch
        {
            Saying.Removed => [removed],
            Saying.Refused => [refused],
            Saying.InPart => [item.IsOdd ? removed : refused],
            Saying.Confusedly => [refused, removed, removed, refused],
            _ => [],
        };
        foreach (var answer in answers)
        {
            var (status, _) = await _desk.PostAsync($"/api/answers/{new Uri((string)order["answer"]!).Segments[^1]}", answer, _stop.Token);
            if ((int)status >= 300 && platform.Says != Saying.Confusedly)
                Interlocked.Increment(ref _misunderstood);
        }
    }
}
