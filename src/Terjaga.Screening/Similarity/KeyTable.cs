namespace Terjaga.Screening.Similarity;

/// <summary>
/// Which texts have a key: a table with open addressing, in which a key stands once for each of its texts. One thread may
/// write while others read.
/// </summary>
/// <remarks>
/// Of a key the first <see cref="Firsts"/> texts stay, and of the rest the last ones. A flood of copies therefore costs no
/// more than its first sixteen, and each finds the first ones, by which all belong together.
/// </remarks>
internal sealed class KeyTable
{
    /// <summary>Most texts of a key.</summary>
    public const int MaxTexts = 16;

    /// <summary>Texts of a key that are never given up for later ones.</summary>
    public const int Firsts = 8;

    /// <summary>Places from where a key begins that are looked at; what finds none is not entered.</summary>
    /// <remarks>Some thirty times what a key usually needs; keys that were made to stand in each other's way end here.</remarks>
    public const int MaxProbe = 512;

    private const int MinSize = 64;

    /// <summary>A place that was never used, and one whose text was taken out.</summary>
    private const ulong Never = 0, Gone = uint.MaxValue;

    private const int KeyShift = 32;

    /// <summary>Places in one line of the memory: 64 bytes.</summary>
    private const int PlacesOfLine = 8;

    private ulong[] _places = new ulong[MinSize];

    private int _used;

    private int _gone;

    /// <summary>Gives the slots of the texts of a key.</summary>
    /// <param name="probed">Grows by the places that were read.</param>
    public int Find(uint key, Span<int> slots, ref int probed)
    {
        var places = Volatile.Read(ref _places);
        var (at, count) = (Start(key, places), 0);
        for (var step = 0; step < MaxProbe && count < slots.Length; step++, at = (at + 1) & (places.Length - 1))
        {
            var place = Volatile.Read(ref places[at]);
            probed++;
            if (place == Never)
                break;
            if ((uint)(place >> KeyShift) == key && place != Gone)
                slots[count++] = (int)(uint)place - 1;
        }

        return count;
    }

    /// <summary>Asks the memory for the places where a key begins.</summary>
    public void Ask(uint key)
    {
        var places = Volatile.Read(ref _places);
        var start = Start(key, places);
        MemoryLines.Ask(ref places[start]);
        MemoryLines.Ask(ref places[(start + PlacesOfLine) & (places.Length - 1)]);
    }

    public void Add(uint key, int slot)
    {
        if ((_used + 1) * 5L > _places.Length * 3L)
            Rebuild();
        var (at, free, texts, oldest) = (Start(key, _places), -1, 0, -1);
        for (var step = 0; step < MaxProbe && texts < MaxTexts; step++, at = Next(at))
        {
            var place = _places[at];
            if (place is Never or Gone)
                free = free < 0 ? at : free;
            if (place == Never)
                break;
            if (place != Gone && (uint)(place >> KeyShift) == key && texts++ == Firsts + (slot & (MaxTexts - Firsts - 1)))
                oldest = at;
        }

        // Slots are given in order, so that every eighth takes the place of the one eight before it.
        at = texts == MaxTexts ? oldest : free;
        if (at < 0)
            return;
        _used += _places[at] == Never ? 1 : 0;
        _gone -= _places[at] == Gone ? 1 : 0;
        Volatile.Write(ref _places[at], Place(key, slot));
    }

    /// <summary>Takes out a text of a key; nothing where it has been given up.</summary>
    public void Remove(uint key, int slot)
    {
        var (at, sought) = (Start(key, _places), Place(key, slot));
        for (var step = 0; step < MaxProbe && _places[at] != Never; step++, at = Next(at))
        {
            if (_places[at] != sought)
                continue;
            Volatile.Write(ref _places[at], Gone);
            _gone++;
            return;
        }
    }

    /// <summary>Makes room, without the places whose texts are gone; readers go on in the old table until then.</summary>
    private void Rebuild()
    {
        var old = _places;
        var places = new ulong[(_used - _gone) * 5L > old.Length * 3L / 2 ? old.Length * 2 : old.Length];
        foreach (var place in InOrder(old))
        {
            var at = Start((uint)(place >> KeyShift), places);
            while (places[at] != Never)
                at = (at + 1) & (places.Length - 1);
            places[at] = place;
        }

        (_used, _gone) = (_used - _gone, 0);
        Volatile.Write(ref _places, places);
    }

    /// <summary>From behind a place that was never used, so that texts of a key keep their order over the end of the table.</summary>
    private static IEnumerable<ulong> InOrder(ulong[] places)
    {
        var first = Array.IndexOf(places, Never);
        for (var i = 1; i <= places.Length; i++)
        {
            var place = places[(first + i) & (places.Length - 1)];
            if (place is not (Never or Gone))
                yield return place;
        }
    }

    private int Next(int at) => (at + 1) & (_places.Length - 1);

    private static int Start(uint key, ulong[] places) => (int)(key & (uint)(places.Length - 1));

    private static ulong Place(uint key, int slot) => ((ulong)key << KeyShift) | (uint)(slot + 1);
}
