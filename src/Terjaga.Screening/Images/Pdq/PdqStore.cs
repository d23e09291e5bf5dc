using System.Runtime.CompilerServices;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>
/// Hashes one behind the other, each within one line of the cache. Grows never; what is removed keeps its place and is
/// passed over. One thread may write behind the place up to which others read.
/// </summary>
internal sealed unsafe class PdqStore
{
    /// <summary>Bytes of a line of the cache.</summary>
    private const int LineBytes = 64;

    private const int WordsOfHash = PdqHash.BitCount / 64, BitsOfWord = 64;

    /// <summary>Holds the memory; <see cref="_hashes"/> points into it, where a line begins. It is pinned and stays where it is.</summary>
    private readonly ulong[] _memory;

    private readonly PdqHash* _hashes;

    private readonly long[] _ids;

    private readonly ulong[] _gone;

    public PdqStore(int capacity)
    {
        _memory = GC.AllocateUninitializedArray<ulong>((capacity * WordsOfHash) + (LineBytes / sizeof(ulong)), pinned: true);
        _hashes = (PdqHash*)(((nuint)Unsafe.AsPointer(ref _memory[0]) + LineBytes - 1) & ~(nuint)(LineBytes - 1));
        _ids = GC.AllocateUninitializedArray<long>(capacity);
        _gone = new ulong[(capacity / BitsOfWord) + 1];
    }

    public int Capacity => _ids.Length;

    /// <summary>How many places hold something removed.</summary>
    public int GoneCount { get; private set; }

    /// <summary>Valid as long as the store is.</summary>
    public PdqHash* Hashes => _hashes;

    public PdqEntry this[int place] => new(_ids[place], _hashes[place]);

    public bool IsGone(int place) => (Volatile.Read(ref _gone[place / BitsOfWord]) & (1UL << (place % BitsOfWord))) != 0;

    public void Put(int place, PdqEntry entry)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Capacity, nameof(place));
        _ids[place] = entry.Id;
        _hashes[place] = entry.Hash;
    }

    /// <summary>Removes all hashes of an id among the first places; says how many there were.</summary>
    public int Remove(long id, int count)
    {
        var removed = 0;
        for (var place = 0; place < count; place++)
        {
            var step = _ids.AsSpan(place, count - place).IndexOf(id);
            if (step < 0)
                break;
            place += step;
            if (IsGone(place))
                continue;
            Volatile.Write(ref _gone[place / BitsOfWord], _gone[place / BitsOfWord] | (1UL << (place % BitsOfWord)));
            removed++;
        }

        GoneCount += removed;
        return removed;
    }

    /// <summary>Looks at every hash of the first places: some 3 ns each.</summary>
    public void Scan(in PdqHash query, int radius, int count, List<PdqMatch> found)
    {
        var wanted = query;
        for (var place = 0; place < count; place++)
        {
            var distance = wanted.DistanceTo(_hashes[place]);
            if (distance <= radius && !IsGone(place))
                found.Add(new PdqMatch(_ids[place], _hashes[place], distance));
        }

        // The pointer does not keep the memory.
        GC.KeepAlive(this);
    }
}
