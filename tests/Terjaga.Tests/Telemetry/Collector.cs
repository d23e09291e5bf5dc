using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Terjaga.Tests.Telemetry;

/// <summary>An operator's collector: takes OTLP over gRPC and keeps the bytes of every call as they came.</summary>
internal sealed class Collector : IAsyncDisposable
{
    /// <summary>An empty message: not compressed, length zero (gRPC over HTTP/2).</summary>
    private static readonly byte[] _nothing = new byte[5];

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _heard = new();

    private Collector(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Everything that was sent, one letter a byte.</summary>
    public string Heard => string.Concat(_heard);

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0")
            .ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(o => o.Protocols = HttpProtocols.Http2));
        var collector = new Collector(builder.Build());
        collector._app.Run(collector.TakeAsync);
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _heard.Enqueue(Encoding.Latin1.GetString(body.ToArray()));
        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(_nothing, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
