using System.Runtime.CompilerServices;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>A run of bits of the hash by which all hashes of a part are sorted: where each value of it is to be found.</summary>
internal sealed unsafe class PdqSlot
{
    private readonly int _word, _shift;

    private readonly ulong _mask;

    /// <summary>In bits.</summary>
    public int Width { get; }

    /// <summary>By value: where its places begin in <see cref="Places"/>; one more for the end.</summary>
    public int[] Begins { get; }

    /// <summary>Places of the hashes, value by value.</summary>
    public int[] Places { get; }

    /// <summary>Changes of the value by 0, 1, 2 and 3 bits, in this order.</summary>
    public int[] Changes { get; }

    private PdqSlot(int offset, int width, int count, int[] changes)
    {
        (_word, _shift, Width) = (offset / 64, offset % 64, width);
        _mask = (1UL << width) - 1;
        Begins = new int[(1 << width) + 1];
        Places = GC.AllocateUninitializedArray<int>(count);
        Changes = changes;
    }

    /// <summary>Sorts by counting: in the time of two passes over the hashes.</summary>
    public static PdqSlot Build(PdqHash* hashes, int count, int offset, int width, int[] changes)
    {
        var slot = new PdqSlot(offset, width, count, changes);
        var begins = slot.Begins;
        for (var place = 0; place < count; place++)
            begins[slot.ValueOf(hashes + place)]++;
        for (var value = 1; value < begins.Length; value++)
            begins[value] += begins[value - 1];
        // From the last to the first, so that each end moves down to its beginning.
        for (var place = count - 1; place >= 0; place--)
            slot.Places[--begins[slot.ValueOf(hashes + place)]] = place;
        return slot;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ValueOf(PdqHash* hash)
    {
        var words = (ulong*)hash;
        var low = words[_word] >> _shift;
        // The word above gives the rest; shifted in two steps, since a shift by 64 would be none.
        var high = _word < 3 ? words[_word + 1] << 1 << (63 - _shift) : 0;
        return (int)((low | high) & _mask);
    }
}
