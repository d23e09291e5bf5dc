using Microsoft.EntityFrameworkCore;
using Terjaga.Registry.Lists;
using Terjaga.Screening.Names;

namespace Terjaga.Registry.Asking;

/// <summary>The lists that are live, in memory; what is too large for it (vacancies) is asked of the database. Exchanged without a pause.</summary>
public sealed class Registers(NameWords words, TimeProvider clock) : IDisposable
{
    /// <summary>How long another process may go on answering by a list that was replaced.</summary>
    private static readonly TimeSpan _glance = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1);

    private volatile Loaded _now = new([], null, [], [], []);

    private long _lookedAt = long.MinValue;

    /// <param name="Number">Of the snapshot.</param>
    internal sealed record Live(RegistryList List, int Number, DateOnly AsOf, string Owner, string Source, bool IsFictional);

    internal sealed record Loaded(
        IReadOnlyList<Live> Lists, AgencyList? Agencies, ILookup<string, CountryStatus> Countries, IReadOnlyDictionary<string, OfficialDomain> Domains,
        IReadOnlyList<LegalCost> Costs)
    {
        public Loaded(IReadOnlyList<Live> lists, AgencyList? agencies, IReadOnlyList<CountryStatus> countries, IReadOnlyList<OfficialDomain> domains,
            IReadOnlyList<LegalCost> costs)
            : this(lists, agencies, countries.ToLookup(row => row.Country), domains.ToDictionary(row => row.Host), costs)
        {
        }

        public Live? Of(RegistryList list) => Lists.FirstOrDefault(live => live.List == list);
    }

    internal Loaded Now => _now;

    /// <summary>Whether what is answered by is invented.</summary>
    public bool IsFictional => _now.Lists.Any(live => live.IsFictional);

    public void Dispose() => _turn.Dispose();

    /// <summary>Looks which lists are live, at most every few seconds, and loads those that are new.</summary>
    internal async Task RefreshAsync(TerjagaDb db, CancellationToken cancellationToken)
    {
        var looked = Volatile.Read(ref _lookedAt);
        if (looked != long.MinValue && clock.GetElapsedTime(looked) < _glance)
            return;
        // Whoever finds somebody loading goes on with what there is, unless nothing was ever loaded.
        if (!await _turn.WaitAsync(looked == long.MinValue ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
            return;
        try
        {
            var live = await db.Snapshots.AsNoTracking().Where(s => s.State == SnapshotState.Live).OrderBy(s => s.Number)
                .Select(s => new Live(s.List, s.Number, s.AsOf, s.Owner, s.Source, s.IsFictional)).ToListAsync(cancellationToken);
            if (!live.SequenceEqual(_now.Lists))
                _now = await LoadAsync(db, live, cancellationToken);
            Volatile.Write(ref _lookedAt, clock.GetTimestamp());
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<Loaded> LoadAsync(TerjagaDb db, IReadOnlyList<Live> live, CancellationToken cancellationToken)
    {
        var before = _now;
        var next = new Loaded(live, null, [], [], []);
        var agencies = next.Of(RegistryList.Agencies) is not { } list ? null
            : list == before.Of(RegistryList.Agencies) ? before.Agencies
            : new AgencyList(await ReadAsync<Agency>(RegistryList.Agencies), words);
        return new Loaded(
            live, agencies, await ReadAsync<CountryStatus>(RegistryList.Countries), await ReadAsync<OfficialDomain>(RegistryList.Domains),
            await ReadAsync<LegalCost>(RegistryList.Costs));

        async Task<List<T>> ReadAsync<T>(RegistryList kind)
            where T : class
        {
            if (next.Of(kind) is not { } snapshot)
                return [];
            var contents = await db.ListRows.AsNoTracking().Where(row => row.Snapshot == snapshot.Number)
                .OrderBy(row => row.Number).Select(row => row.Content).ToListAsync(cancellationToken);
            // A hundred thousand rows at the start of a desk: on all processors.
            return [.. contents.AsParallel().AsOrdered().Select(RowJson.Read<T>).OfType<T>()];
        }
    }
}
