using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.Common;
using Terjaga.Common.Storage;
using Terjaga.Evidence.Custody;

namespace Terjaga.Benchmarks.Custody;

/// <summary>A custody log of invented entries on an embedded database of its own.</summary>
internal sealed class LongLog : IAsyncDisposable
{
    /// <summary>Entries of one save while the log is filled.</summary>
    private const int AtOnce = 10_000;

    private static readonly string _sha256 = new('a', CustodyEntry.Sha256Length);

    private readonly ServiceProvider _services;

    private LongLog(ServiceProvider services) => _services = services;

    public static CustodyEntry MakeEntry()
    {
        var now = TimeProvider.System.GetUtcNow();
        return CustodyEntry.Record(now, CustodyAct.Captured, TimeOrderedId.At(now), Actor.Machine("capture-item"), _sha256);
    }

    public static async Task<LongLog> OpenAsync(string folder, CancellationToken cancellationToken)
    {
        var log = new LongLog(new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
            .AddStorage(new StorageOptions { DataFolder = folder }).AddCustody(new StampOptions()).BuildServiceProvider());
        await log._services.GetRequiredService<DatabaseSetup>().RunAsync(cancellationToken);
        await log.InScopeAsync<PrepareCustodyKey>(prepare => prepare.RunAsync(cancellationToken));
        return log;
    }

    /// <summary>Seconds for the entries alone, without places.</summary>
    public async Task<double> RecordAsync(int count, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var done = 0; done < count; done += AtOnce)
        {
            await InScopeAsync<TerjagaDb>(db =>
            {
                db.CustodyEntries.AddRange(Enumerable.Range(0, AtOnce).Select(_ => MakeEntry()));
                return db.SaveChangesAsync(cancellationToken);
            });
        }

        return Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>Milliseconds of each transaction, averaged over those of one call, until nothing waits.</summary>
    public async Task<IReadOnlyList<double>> PlaceAsync(CancellationToken cancellationToken)
    {
        var turns = new List<double>();
        var place = _services.GetRequiredService<PlaceCustody>();
        for (var isDone = false; !isDone;)
        {
            var before = await SizeAsync(cancellationToken);
            var begun = Stopwatch.GetTimestamp();
            isDone = await place.RunAsync(cancellationToken);
            var taken = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            var count = (int)((await SizeAsync(cancellationToken) - before + PlaceCustody.MostAtOnce - 1) / PlaceCustody.MostAtOnce);
            turns.AddRange(Enumerable.Repeat(taken / Math.Max(1, count), count));
        }

        return turns;
    }

    public Task SignAsync(CancellationToken cancellationToken) => _services.GetRequiredService<SignHead>().RunAsync(cancellationToken);

    public async Task<Latencies> ProveInclusionAsync(int count, CancellationToken cancellationToken)
    {
        var size = await SizeAsync(cancellationToken);
        var random = new Random(1);
        var taken = new List<double>();
        for (var i = 0; i < count; i++)
        {
            var leaf = "";
            var index = random.NextInt64(size);
            await InScopeAsync<TerjagaDb>(async db => leaf = Convert.ToHexString(
                await db.CustodyEntries.Where(e => e.LeafIndex == index).Select(e => e.LeafHash).SingleAsync(cancellationToken) ?? []));
            taken.Add(await TimeAsync(read => read.ProveInclusionAsync(leaf, size, cancellationToken)));
        }

        return new(taken);
    }

    public async Task<Latencies> ProveConsistencyAsync(int count, CancellationToken cancellationToken)
    {
        var size = await SizeAsync(cancellationToken);
        var random = new Random(2);
        var taken = new List<double>();
        for (var i = 0; i < count; i++)
            taken.Add(await TimeAsync(read => read.ProveConsistencyAsync(1 + random.NextInt64(size), size, cancellationToken)));
        return new(taken);
    }

    public Task VerifyAsync(CancellationToken cancellationToken) => InScopeAsync<VerifyCustody>(async verify =>
    {
        if (await verify.RunAsync(cancellationToken) is { Count: > 0 } faults)
            throw new InvalidOperationException($"The log does not verify: {faults[0]}");
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<double> TimeAsync<T>(Func<ReadTreeHead, Task<Result<T>>> ask)
        where T : notnull
    {
        var begun = Stopwatch.GetTimestamp();
        await InScopeAsync<ReadTreeHead>(async read =>
        {
            if (!(await ask(read)).TryGet(out _, out var problem))
                throw new InvalidOperationException(problem.Code);
        });
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private async Task<long> SizeAsync(CancellationToken cancellationToken)
    {
        var size = 0L;
        await InScopeAsync<TerjagaDb>(async db => size = await db.CustodyLogs.Select(l => l.Size).SingleAsync(cancellationToken));
        return size;
    }

    private async Task InScopeAsync<TService>(Func<TService, Task> call)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        await call(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
