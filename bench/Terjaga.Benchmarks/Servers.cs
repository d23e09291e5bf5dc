using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Terjaga.App;
using Terjaga.App.Cli;
using Terjaga.Common;
using Terjaga.Common.Storage;

namespace Terjaga.Benchmarks;

/// <summary>What the desk is compared with, as servers of their own: hidden verbs of this program.</summary>
internal static class Servers
{
    /// <summary>The whole desk, on a folder that the real one prepared, except that nothing is committed.</summary>
    public const string WithoutStorage = "serve-without-storage";

    /// <summary>Nothing but the web server: reads the body and answers 201 with an id.</summary>
    public const string Bare = "serve-bare";

    public static Func<string, string, CancellationToken, Task<int>>? Find(string verb) => verb switch
    {
        WithoutStorage => (address, data, cancellationToken) => RunAsync(DeskHost.Build(
            new Dictionary<string, string?> { [DeskOptions.UrlsKey] = address, [DeskOptions.DataFolderKey] = data },
            builder => builder.Services.AddSingleton<IGroupCommit, CommitsNothing>()), cancellationToken),
        Bare => (address, _, cancellationToken) => RunAsync(MakeBare(address), cancellationToken),
        _ => null,
    };

    private static async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        await using (app)
        {
            await app.StartAsync(cancellationToken);
            await Console.Error.WriteLineAsync($"Listening on {app.Urls.First()}");
            await app.WaitForShutdownAsync(cancellationToken);
            return ExitCode.Done;
        }
    }

    private static WebApplication MakeBare(string address)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseUrls(address).UseKestrelCore();
        builder.Services.AddRouting();
        var app = builder.Build();
        app.MapPost("/api/reports", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await reader.ReadToEndAsync(context.RequestAborted);
            context.Response.StatusCode = StatusCodes.Status201Created;
            await context.Response.WriteAsync(
                TimeOrderedId.At(TimeProvider.System.GetUtcNow()).ToString(), context.RequestAborted);
        });
        return app;
    }

    private sealed class CommitsNothing : IGroupCommit
    {
        public ValueTask<bool[]> CommitAsync(
            IReadOnlyList<IReadOnlyList<Statement>> writers, CancellationToken cancellationToken)
        {
            var changed = new bool[writers.Count];
            Array.Fill(changed, true);
            return ValueTask.FromResult(changed);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
