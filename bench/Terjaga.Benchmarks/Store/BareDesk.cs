using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.App;
using Terjaga.Common;
using Terjaga.Common.Storage;
using Terjaga.Evidence.Store;
using Terjaga.Privacy;

namespace Terjaga.Benchmarks.Store;

/// <summary>The store of a desk inside this program, on the embedded database; nobody serves and nobody works.</summary>
internal sealed class BareDesk : IAsyncDisposable
{
    private static readonly Guid _holder = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);

    private readonly WebApplication _app;

    private BareDesk(WebApplication app) => _app = app;

    public static async Task<BareDesk> OpenAsync(string data, CancellationToken cancellationToken)
    {
        var desk = new BareDesk(DeskHost.Build(new Dictionary<string, string?>
        {
            [DeskOptions.UrlsKey] = "http://127.0.0.1:0",
            [DeskOptions.DataFolderKey] = data,
            ["Logging:LogLevel:Default"] = "None",
        }));
        // The key before the database: a database without its key would pass for an old desk that lost it.
        _ = desk._app.Services.GetRequiredService<DeskKey>();
        await desk._app.Services.GetRequiredService<DatabaseSetup>().RunAsync(cancellationToken);
        return desk;
    }

    /// <summary>Reads every file and stores it in a commit of its own, as a capture is.</summary>
    public async Task<IReadOnlyList<string>> StoreAsync(string source, CancellationToken cancellationToken)
    {
        var kept = new List<string>();
        foreach (var file in Directory.EnumerateFiles(source))
        {
            await using var scope = _app.Services.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<EvidenceStore>();
            kept.Add(await store.KeepAsync(_holder, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken));
            await scope.ServiceProvider.GetRequiredService<TerjagaDb>().SaveChangesAsync(cancellationToken);
        }

        return kept;
    }

    /// <summary>Opens and checks all of it again.</summary>
    public async Task ReadAsync(IReadOnlyList<string> kept, CancellationToken cancellationToken)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var store = scope.ServiceProvider.GetRequiredService<EvidenceStore>();
        foreach (var sha256 in kept)
        {
            if (!(await store.ReadAsync(sha256, _holder, cancellationToken)).TryGet(out _, out var problem))
                throw new InvalidOperationException(problem.Code);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
