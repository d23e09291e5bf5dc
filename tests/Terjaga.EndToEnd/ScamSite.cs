using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Terjaga.EndToEnd;

/// <summary>A site with many offers, some of which attack whoever looks at them; and a canary on loopback that nobody may reach.</summary>
internal sealed class ScamSite : IAsyncDisposable
{
    public const string Host = "loker.example";

    /// <summary>Every so many-th page is hostile.</summary>
    public const int HostileEvery = 5;

    private static readonly byte[] _piece = new byte[64 * 1024];

    private readonly WebApplication _site;

    private readonly TcpListener _canary = new(IPAddress.Any, 0);

    private Task _watching = Task.CompletedTask;

    public ScamSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));
        _site = builder.Build();
        _site.MapGet("/p/{number:int}", ShowAsync);
        _site.MapGet("/logo.png", () => Results.Bytes(Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), "image/png"));
    }

    public int Port { get; } = DeskProcess.FreePort();

    /// <summary>Connections to the canary.</summary>
    public ConcurrentQueue<string> Escapes { get; } = [];

    private string Inside => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_canary.LocalEndpoint).Port}");

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"http://{Host}/p/{number}");

    public static bool IsHostile(int number) => number % HostileEvery == 0;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _canary.Start();
        _watching = WatchAsync();
        await _site.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _canary.Dispose();
        await _watching;
        await _site.DisposeAsync();
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                using var caller = await _canary.AcceptTcpClientAsync();
                Escapes.Enqueue(caller.Client.RemoteEndPoint?.ToString() ?? "");
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private Task ShowAsync(HttpContext context, int number)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return IsHostile(number) ? AttackAsync(context, number / HostileEvery) : context.Response.WriteAsync($"""
            <!doctype html><html lang=id><title>Lowongan {number}</title><body style="font:18px sans-serif">
            <h1>Lowongan kerja nomor {number}</h1><img src=/logo.png alt="" width=80 height=80>
            <p>Operator pabrik di Kamboja, gaji 15 juta, visa turis dulu, WA 0812-0000-{number:D4}.</p>
            <p id=skrip></p><script>document.getElementById('skrip').textContent = 'Dibuka {number}';</script></body></html>
            """);
    }

    private async Task AttackAsync(HttpContext context, int kind)
    {
        var answer = context.Response;
        switch (kind % 9)
        {
            case 0:
                answer.Redirect($"{Inside}/metadata");
                break;
            case 1:
                answer.Headers.ContentEncoding = "gzip";
                await WriteAsync(new System.IO.Compression.GZipStream(answer.Body, System.IO.Compression.CompressionLevel.Fastest), 4_000, context.RequestAborted);
                break;
            case 2:
                await WriteAsync(answer.Body, 1_600, context.RequestAborted); // 100 MB of HTML
                break;
            case 3:
                await answer.WriteAsync("<h1>x</h1><script>while (true);</script>");
                break;
            case 4:
                await answer.WriteAsync(string.Concat(Enumerable.Repeat("<div>", 200_000)));
                break;
            case 5:
                await answer.WriteAsync($"<meta http-equiv=refresh content='0;url={Inside}/'><img src={Inside}/img>");
                break;
            case 6:
                await answer.WriteAsync("<script>const kept=[];setInterval(()=>{for(let i=0;i<20;i++)kept.push(new Uint8Array(4<<20).fill(7))},5)</script>");
                break;
            case 7:
                answer.Redirect(context.Request.Path);
                break;
            default:
                for (; ; await Task.Delay(1_000, context.RequestAborted))
                {
                    await answer.WriteAsync("x", context.RequestAborted);
                    await answer.Body.FlushAsync(context.RequestAborted);
                }
        }
    }

    private static async Task WriteAsync(Stream to, int pieces, CancellationToken cancellationToken)
    {
        await using (to)
        {
            for (var piece = 0; piece < pieces; piece++)
                await to.WriteAsync(_piece, cancellationToken);
        }
    }
}
