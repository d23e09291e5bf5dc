using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Terjaga.Benchmarks.Watch;

/// <summary>Many sites on one server of loopback, each with ordinary pages that stay.</summary>
internal sealed class WatchedSite : IAsyncDisposable
{
    /// <summary>So many that the pace of one look a second at a site does not bind.</summary>
    private const int Sites = 2_000;

    private readonly WebApplication _server;

    private WatchedSite(WebApplication server) => _server = server;

    /// <summary>How the guarded client finds them.</summary>
    public IEnumerable<string> Lines => Enumerable.Range(0, Sites)
        .Select(site => string.Create(CultureInfo.InvariantCulture, $"{HostOf(site)} 127.0.0.1 {new Uri(_server.Urls.First()).Port}"));

    public static async Task<WatchedSite> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(PageOf(context.Request.Path), context.RequestAborted);
        });
        await server.StartAsync(cancellationToken);
        return new WatchedSite(server);
    }

    public static string AddressOf(int place) => string.Create(CultureInfo.InvariantCulture, $"http://{HostOf(place % Sites)}{PathOf(place)}");

    public static string PathOf(int place) => string.Create(CultureInfo.InvariantCulture, $"/p/{place}");

    public static string PageOf(string path) => $"""
        <!doctype html><html lang=id><title>Lowongan {path}</title><body><h1>Lowongan kerja nomor {path}</h1>
        {string.Concat(Enumerable.Repeat("<p>Operator pabrik, gaji 15 juta, visa turis dulu, tiket ditanggung.</p>", 20))}</html>
        """;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string HostOf(int site) => string.Create(CultureInfo.InvariantCulture, $"s{site}.example");
}
