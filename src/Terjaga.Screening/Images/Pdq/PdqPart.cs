using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>Hashes that stay as they are, but for removals, so that they can be sorted by slots once.</summary>
internal sealed unsafe class PdqPart
{
    /// <summary>Fewer hashes than this are scanned: that is as quick.</summary>
    public const int MinSorted = 4_096;

    /// <summary>Candidates that are fetched before the first is looked at.</summary>
    private const int BatchSize = 1_024;

    /// <summary>A scan looks at this many hashes in the time of one value that is looked up.</summary>
    private const int ScanGain = 10;

    private readonly PdqStore _store;

    private readonly PdqSlot[] _slots = [];

    /// <summary>Within more bits than these it is quicker to scan; below 0 if it always is.</summary>
    private readonly int _maxRadius = -1;

    /// <param name="store">Nothing is put into its first places any more.</param>
    public PdqPart(PdqStore store, int count, bool isSorted)
    {
        (_store, Count) = (store, count);
        if (!isSorted || count < MinSorted)
            return;
        var plan = SlotPlan.For(count);
        while (_maxRadius < PdqHash.BitCount && plan.Work(_maxRadius + 1, count) * ScanGain < count)
            _maxRadius++;
        _slots = new PdqSlot[plan.Widths.Count];
        var changes = plan.Widths.Distinct().ToDictionary(width => width, SlotPlan.Changes);
        for (var (slot, offset) = (0, 0); slot < _slots.Length; offset += plan.Widths[slot++])
            _slots[slot] = PdqSlot.Build(store.Hashes, count, offset, plan.Widths[slot], changes[plan.Widths[slot]]);
    }

    /// <summary>With what was removed.</summary>
    public int Count { get; }

    public int LiveCount => Count - _store.GoneCount;

    public int Remove(long id) => _store.Remove(id, Count);

    /// <summary>Copies what is not removed behind the first places of another store; the answer is how many it holds then.</summary>
    public int CopyTo(PdqStore target, int at)
    {
        for (var place = 0; place < Count && at < target.Capacity; place++)
        {
            if (!_store.IsGone(place))
                target.Put(at++, _store[place]);
        }

        return at;
    }

    public void Find(in PdqHash query, int radius, List<PdqMatch> found)
    {
        if (radius > _maxRadius)
            _store.Scan(query, radius, Count, found);
        else
            Search(query, radius, found);
        GC.KeepAlive(_store);
    }

    /// <summary>
    /// Almost all of the time goes into waiting for memory, so everything is asked for well before it is needed: for all
    /// values of a slot where their places begin, then the places, then the hashes.
    /// </summary>
    [SkipLocalsInit]
    private void Search(PdqHash query, int radius, List<PdqMatch> found)
    {
        var batch = stackalloc int[BatchSize];
        for (var number = 0; number < _slots.Length; number++)
        {
            var changed = SlotPlan.ChangedIn(number, _slots.Length, radius);
            if (changed < 0)
                break;
            var slot = _slots[number];
            var value = slot.ValueOf(&query);
            var changes = slot.Changes.AsSpan(0, SlotPlan.Volume(slot.Width, changed));
            ref var begins = ref MemoryMarshal.GetArrayDataReference(slot.Begins);
            ref var places = ref MemoryMarshal.GetArrayDataReference(slot.Places);
            foreach (var change in changes)
                MemoryLines.Ask(ref Unsafe.Add(ref begins, value ^ change));
            foreach (var change in changes)
            {
                ref var begin = ref Unsafe.Add(ref begins, value ^ change);
                if (begin < Unsafe.Add(ref begin, 1))
                    MemoryLines.Ask(ref Unsafe.Add(ref places, begin));
            }

            var size = 0;
            foreach (var change in changes)
            {
                ref var begin = ref Unsafe.Add(ref begins, value ^ change);
                for (var (at, end) = (begin, Unsafe.Add(ref begin, 1)); at < end; at++)
                {
                    var place = Unsafe.Add(ref places, at);
                    MemoryLines.Ask(ref *(int*)(_store.Hashes + place));
                    batch[size++] = place;
                    if (size == BatchSize)
                        Look(batch, ref size, &query, radius, number, found);
                }
            }

            Look(batch, ref size, &query, radius, number, found);
        }
    }

    private void Look(int* batch, ref int size, PdqHash* query, int radius, int number, List<PdqMatch> found)
    {
        for (var i = 0; i < size; i++)
        {
            var place = batch[i];
            var distance = query->DistanceTo(_store.Hashes[place]);
            if (distance <= radius && !_store.IsGone(place) && !WasFound(place, query, radius, number))
                found.Add(new PdqMatch(_store[place].Id, _store.Hashes[place], distance));
        }

        size = 0;
    }

    /// <summary>Whether a slot before this one has led to the same hash.</summary>
    private bool WasFound(int place, PdqHash* query, int radius, int number)
    {
        for (var earlier = 0; earlier < number; earlier++)
        {
            var differing = (uint)(_slots[earlier].ValueOf(query) ^ _slots[earlier].ValueOf(_store.Hashes + place));
            if (System.Numerics.BitOperations.PopCount(differing) <= SlotPlan.ChangedIn(earlier, _slots.Length, radius))
                return true;
        }

        return false;
    }
}
