using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Terjaga.Benchmarks.Capture;

/// <summary>Ordinary pages with a picture and a script, on loopback.</summary>
internal sealed class PagesSite : IAsyncDisposable
{
    private const string Host = "halaman.example";

    private readonly WebApplication _site;

    private PagesSite(WebApplication site) => _site = site;

    /// <summary>How the guarded client finds it.</summary>
    public string Line => string.Create(CultureInfo.InvariantCulture, $"{Host} 127.0.0.1 {new Uri(_site.Urls.First()).Port}");

    public static async Task<PagesSite> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.MapGet("/p/{number:int}", (int number) => Results.Content($"""
            <!doctype html><html lang=id><title>Lowongan {number}</title><body style="font:18px sans-serif"><h1>Lowongan kerja nomor {number}</h1>
            <img src="/gambar.svg" alt="" width=600 height=300>{string.Concat(Enumerable.Repeat("<p>Operator pabrik, gaji 15 juta, visa turis dulu, tiket ditanggung.</p>", 60))}
            <p id=skrip></p><script>document.getElementById('skrip').textContent = 'Dibuka {number}';</script></body></html>
            """, "text/html; charset=utf-8"));
        site.MapGet("/gambar.svg", () => Results.Content(
            "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='300'><rect width='600' height='300' fill='teal'/></svg>", "image/svg+xml"));
        await site.StartAsync(cancellationToken);
        return new PagesSite(site);
    }

    public static string Address(int number) => string.Create(CultureInfo.InvariantCulture, $"http://{Host}/p/{number}");

    /// <summary>The same page for programs that have no guarded client.</summary>
    public string Direct(int number) => string.Create(CultureInfo.InvariantCulture, $"{_site.Urls.First()}/p/{number}");

    public ValueTask DisposeAsync() => _site.DisposeAsync();
}
