using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Terjaga.Common;
using Terjaga.Common.Http;
using Terjaga.Evidence;
using Terjaga.Evidence.Archive;
using Terjaga.Evidence.Browsing;

namespace Terjaga.Benchmarks.Capture;

/// <summary>How many pages a minute are captured, with and without a browser, beside the bare browser and <c>curl</c> on the same pages in the same run.</summary>
internal static class CaptureBenchmark
{
    private const int PlainPages = 1_000, BrowserPages = 40, AtOnce = BrowserLimits.AtOnce;

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var chromium = Command.Find("chromium") ?? throw new MissingPartException("Chromium is not installed (apt-get install chromium).");
        var curl = Command.Find("curl") ?? throw new MissingPartException("curl is not installed (apt-get install curl).");
        using var scratch = new ScratchFolder();
        await using var site = await PagesSite.StartAsync(cancellationToken);
        var client = new GuardedClient(
            new GuardedConnector(new HttpOptions { Hosts = [site.Line] }, (_, _) => Task.FromResult<IPAddress[]>([]), OwnAddresses.Of(null)), TimeProvider.System);
        using var browser = new PageBrowser(new BrowserOptions { Program = chromium }, client, BrowserLimits.Time);
        var look = new LookAtPlace(client, browser);

        Progress.Say($"{PlainPages} pages without a browser, by curl and by the guarded client");
        var byCurl = await PerMinuteAsync(PlainPages, number => Command.RunAsync(curl, ["-s", "-o", "/dev/null", site.Direct(number)], cancellationToken));
        var plain = await PerMinuteAsync(PlainPages, number => CaptureAsync(look, number, withPicture: false, cancellationToken));
        Progress.Say($"{BrowserPages} pages in the bare browser");
        var bare = await PerMinuteAsync(BrowserPages, number => Command.RunAsync(chromium, Bare(site.Direct(number), scratch, number), cancellationToken));
        Progress.Say($"{BrowserPages} pages in the guarded browser");
        var before = ProcessTree.MemoryOf(Environment.ProcessId);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var peak = WatchAsync(end.Token);
        var shown = await PerMinuteAsync(BrowserPages, number => CaptureAsync(look, number, withPicture: true, cancellationToken));
        await end.CancelAsync();

        return new JsonObject
        {
            ["curlPagesPerMinute"] = Math.Round(byCurl),
            ["plainPagesPerMinute"] = Math.Round(plain),
            ["bareBrowserPagesPerMinute"] = Math.Round(bare, 1),
            ["browserPagesPerMinute"] = Math.Round(shown, 1),
            ["browserMegabytesAtOnce"] = ((await peak) - before) >> 20,
            ["hasNoNetwork"] = BrowserCommand.HasNoNetwork,
            ["targets"] = new JsonArray(
                Target.AtLeast("plain visits and their WARC files, share of curl", plain / byCurl, 0.5),
                Target.AtLeast("pages with picture, share of the bare browser", shown / bare, 0.5)),
        };
    }

    private static string[] Bare(string address, ScratchFolder scratch, int number) =>
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", $"--user-data-dir={scratch.File(string.Create(CultureInfo.InvariantCulture, $"profile{number}"))}",
        $"--window-size={BrowserLimits.Width},{BrowserLimits.Height}", $"--screenshot={scratch.File(string.Create(CultureInfo.InvariantCulture, $"{number}.png"))}", address,
    ];

    private static async Task CaptureAsync(LookAtPlace look, int number, bool withPicture, CancellationToken cancellationToken)
    {
        var address = WebAddress.FromStorage(PagesSite.Address(number));
        var seen = await look.RunAsync(address, withPicture, cancellationToken);
        if (seen.Outcome.StatusCode != 200 || (withPicture && seen.Picture is null))
            throw new InvalidOperationException($"{address}: {seen.Outcome.Code} {seen.PictureCode}");
        _ = WarcWriter.ToBytes(WarcOfPlace.Of(Guid.Empty, address, seen, TimeProvider.System.GetUtcNow()));
    }

    private static async Task<double> PerMinuteAsync(int pages, Func<int, Task> one)
    {
        var begun = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(1, pages), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) => await one(number));
        return pages / Stopwatch.GetElapsedTime(begun).TotalMinutes;
    }

    /// <summary>Most memory, in bytes, of this process and all that it started.</summary>
    private static async Task<long> WatchAsync(CancellationToken end)
    {
        long peak = 0;
        while (!end.IsCancellationRequested)
        {
            peak = Math.Max(peak, ProcessTree.MemoryOf(Environment.ProcessId));
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return peak;
    }
}
