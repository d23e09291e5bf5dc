namespace Terjaga.Screening.Images.Pdq;

/// <summary>
/// Finds, among millions of hashes, all that differ from a given one in few bits, and misses none. Any number of threads
/// may ask while one adds, removes or merges.
/// </summary>
/// <remarks>
/// Frozen parts sorted by slots, and what came since, which is scanned. <see cref="Merge"/> joins parts of like size, so
/// that a hash is sorted anew only a few times (log-structured merge tree: O'Neil and others, 1996).
/// </remarks>
public sealed class PdqIndex
{
    /// <summary>Hashes that wait to be sorted before a merge is due: they cost a search some ten microseconds.</summary>
    public const int MergeAfter = PdqPart.MinSorted;

    /// <summary>A part is merged with younger ones that hold at least a so-manieth of what it holds.</summary>
    private const int Growth = 8;

    private readonly Lock _writing = new(), _merging = new();

    /// <summary>Ids that are removed while a merge copies; null when none is under way.</summary>
    private List<long>? _removedMeanwhile;

    private volatile State _state;

    private sealed record State(PdqPart[] Frozen, PdqStore Recent, int RecentCount);

    /// <param name="entries">What the index holds at first; sorted at once.</param>
    public PdqIndex(ReadOnlySpan<PdqEntry> entries)
    {
        var store = new PdqStore(entries.Length);
        for (var place = 0; place < entries.Length; place++)
            store.Put(place, entries[place]);
        _state = new State(entries.Length == 0 ? [] : [new PdqPart(store, entries.Length, isSorted: true)], new PdqStore(MergeAfter), 0);
    }

    /// <summary>How many hashes can be found.</summary>
    public int Count
    {
        get
        {
            var state = _state;
            return state.Frozen.Sum(part => part.LiveCount) + state.RecentCount - state.Recent.GoneCount;
        }
    }

    /// <summary>Whether it is time to call <see cref="Merge"/>: searches work without, and become slower.</summary>
    public bool IsMergeDue => _state.RecentCount >= MergeAfter;

    /// <summary>All hashes that differ in at most so many bits, in no order. Beyond some 40 bits everything is looked at.</summary>
    /// <param name="radius">0 to 256.</param>
    public IReadOnlyList<PdqMatch> Find(PdqHash query, int radius = PdqHash.AlikeRadius)
    {
        var (found, state) = (new List<PdqMatch>(), _state);
        foreach (var part in state.Frozen)
            part.Find(query, radius, found);
        state.Recent.Scan(query, radius, state.RecentCount, found);
        return found;
    }

    /// <summary>The next search finds it.</summary>
    public void Add(PdqEntry entry)
    {
        lock (_writing)
        {
            var (frozen, recent, count) = _state;
            if (count == recent.Capacity)
            {
                var larger = new PdqStore(count * 2);
                count = new PdqPart(recent, count, isSorted: false).CopyTo(larger, 0);
                recent = larger;
            }

            recent.Put(count, entry);
            _state = new State(frozen, recent, count + 1);
        }
    }

    /// <summary>Removes all hashes of an id, in a few milliseconds for a million; says how many there were.</summary>
    public int Remove(long id)
    {
        lock (_writing)
        {
            _removedMeanwhile?.Add(id);
            return _state.Frozen.Sum(part => part.Remove(id)) + _state.Recent.Remove(id, _state.RecentCount);
        }
    }

    /// <summary>
    /// Sorts what came since, together with parts that are not much larger: some microseconds a hash. Others may ask, add and
    /// remove meanwhile.
    /// </summary>
    public void Merge()
    {
        lock (_merging)
        {
            var (kept, joined) = Seal();
            if (joined.Length == 0)
                return;
            var merged = Join(joined);
            lock (_writing)
            {
                foreach (var id in _removedMeanwhile ?? [])
                    merged.Remove(id);
                _removedMeanwhile = null;
                _state = _state with { Frozen = [.. kept, merged] };
            }
        }
    }

    /// <summary>Lets new hashes go into a new store, and chooses what is joined.</summary>
    private (PdqPart[] Kept, PdqPart[] Joined) Seal()
    {
        lock (_writing)
        {
            var (frozen, recent, count) = _state;
            if (count == 0)
                return (frozen, []);
            frozen = [.. frozen, new PdqPart(recent, count, isSorted: false)];
            _state = new State(frozen, new PdqStore(MergeAfter), 0);
            _removedMeanwhile = [];
            var (first, sum) = (frozen.Length, 0L);
            while (first > 0 && (sum == 0 || frozen[first - 1].Count <= sum * Growth || frozen[first - 1].LiveCount < frozen[first - 1].Count / 2))
                sum += frozen[--first].Count;
            return (frozen[..first], frozen[first..]);
        }
    }

    private static PdqPart Join(PdqPart[] parts)
    {
        var store = new PdqStore(parts.Sum(part => part.Count));
        var count = parts.Aggregate(0, (at, part) => part.CopyTo(store, at));
        return new PdqPart(store, count, isSorted: true);
    }
}
