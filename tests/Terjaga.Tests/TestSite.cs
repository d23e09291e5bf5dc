using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Terjaga.Tests;

/// <summary>A site of the outside world, on loopback; its pages come and go as a test needs.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    /// <summary>Name under which a desk finds it.</summary>
    public const string Host = "situs.example";

    private readonly WebApplication _app;

    private TestSite(WebApplication app) => _app = app;

    /// <summary>What a page says; a page that is not here answers 410.</summary>
    public ConcurrentDictionary<string, string> Pages { get; } = new();

    /// <summary>Status of every answer while it is set; null for the usual ones.</summary>
    public int? Trouble { get; set; }

    /// <summary>Bodies of the calls that came to <c>/hooks</c>, with their headers.</summary>
    public ConcurrentQueue<(string Id, string Body)> Calls { get; } = new();

    /// <summary>What becomes of the next calls to <c>/hooks</c>, one after another; when none is left they are taken.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Refusals { get; } = new();

    /// <summary>Settings under which a desk finds the site.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Http:Hosts:0"] = string.Create(CultureInfo.InvariantCulture, $"{Host} 127.0.0.1 {new Uri(_app.Urls.First()).Port}"),
    };

    public static async Task<TestSite> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var site = new TestSite(app);
        app.Run(site.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (Trouble is { } status)
        {
            context.Response.StatusCode = status;
        }
        else if (context.Request.Path == "/hooks" && Refusals.TryDequeue(out var refuse))
        {
            await refuse(context);
        }
        else if (context.Request.Path == "/hooks")
        {
            using var reader = new StreamReader(context.Request.Body);
            Calls.Enqueue((context.Request.Headers["webhook-id"].ToString(), await reader.ReadToEndAsync(context.RequestAborted)));
        }
        else if (Pages.TryGetValue(context.Request.Path, out var page))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(page, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
