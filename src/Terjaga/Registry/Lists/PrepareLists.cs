using Microsoft.EntityFrameworkCore;

namespace Terjaga.Registry.Lists;

/// <summary>Gives a new desk the lists that go with the executable: what offices say of countries, costs and their own addresses.</summary>
public sealed class PrepareLists(TerjagaDb db, BringList bring, TimeProvider clock)
{
    /// <summary>Where the lists are in the folder of data, and below it the invented ones of a demonstration.</summary>
    private const string Folder = "registry", DemoFolder = "demo";

    /// <summary>No file takes so long to read: what began before has no process any more.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromHours(2);

    private static readonly RegistryList[] _shipped = [RegistryList.Countries, RegistryList.Costs, RegistryList.Domains];

    /// <summary>
    /// Brings each list of which the desk has none. Throws <see cref="InvalidDataException"/> on a file that cannot be
    /// taken: a desk must not start on half a list.
    /// </summary>
    public async Task RunAsync(string dataFolder, CancellationToken cancellationToken)
    {
        foreach (var list in _shipped)
            await BringAsync(list, Path.Combine(dataFolder, Folder, RegistryLists.NameOf(list) + ".json"), cancellationToken);
        await ForgetUnfinishedAsync(cancellationToken);
    }

    /// <summary>Brings the invented lists of companies too. Throws where the desk has real ones.</summary>
    public async Task DemonstrateAsync(string dataFolder, CancellationToken cancellationToken)
    {
        foreach (var list in RegistryLists.OfCompanies)
            await BringAsync(list, Path.Combine(dataFolder, Folder, DemoFolder, RegistryLists.NameOf(list) + ".csv"), cancellationToken);
    }

    private async Task BringAsync(RegistryList list, string file, CancellationToken cancellationToken)
    {
        if (await db.Snapshots.AnyAsync(s => s.List == list && s.State == SnapshotState.Live, cancellationToken))
            return;
        await using var stream = File.OpenRead(file);
        var brought = await bring.RunAsync(new(list, stream, Path.GetFileName(file), IsStrict: true), cancellationToken);
        if (!brought.TryGet(out _, out var problem) && problem.Code != "list.busy")
            throw new InvalidDataException($"{file}: {problem.Code}");
    }

    /// <summary>What a process was reading when it was killed counts for nothing.</summary>
    private async Task ForgetUnfinishedAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - _longest;
        foreach (var snapshot in await db.Snapshots.Where(s => s.State == SnapshotState.Reading && s.ReadAt < before).ToListAsync(cancellationToken))
        {
            await db.ListRows.Where(r => r.Snapshot == snapshot.Number).ExecuteDeleteAsync(cancellationToken);
            db.Snapshots.Remove(snapshot);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
