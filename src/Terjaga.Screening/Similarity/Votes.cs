namespace Terjaga.Screening.Similarity;

/// <summary>Counts by which keys each text was found; a key of few texts says more than one of many.</summary>
internal ref struct Votes(Span<Votes.Vote> votes, Span<ushort> places)
{
    /// <summary>Most texts that a look-up can bring.</summary>
    public const int Most = PairKeys.Most * KeyTable.MaxTexts;

    /// <summary>Places for that many texts: a power of two, more than twice as many.</summary>
    public const int PlaceCount = 1024;

    private const int MaxWeight = PairKeys.Most * KeyTable.MaxTexts;

    private readonly Span<Vote> _votes = votes;

    private readonly Span<ushort> _places = places;

    public record struct Vote(int Slot, ushort Weight, ushort Keys);

    private int _count;

    /// <param name="ofKey">Texts of the key.</param>
    public void Add(int slot, int ofKey)
    {
        var at = (int)((uint)slot * 2654435769 >> 22);
        while (_places[at] != 0 && _votes[_places[at] - 1].Slot != slot)
            at = (at + 1) & (PlaceCount - 1);
        if (_places[at] == 0)
        {
            _votes[_count] = new Vote(slot, 0, 0);
            _places[at] = (ushort)++_count;
        }

        ref var vote = ref _votes[_places[at] - 1];
        vote.Weight += (ushort)(KeyTable.MaxTexts + 1 - ofKey);
        vote.Keys++;
    }

    /// <summary>The heaviest, in no order, and no more than that many.</summary>
    /// <param name="leastKeys">Texts of fewer keys are left out.</param>
    public ReadOnlySpan<Vote> Heaviest(int most, int leastKeys)
    {
        Drop(leastKeys);
        if (_count <= most)
            return _votes[.._count];
        Span<ushort> ofWeight = stackalloc ushort[MaxWeight + 1];
        ofWeight.Clear();
        foreach (var vote in _votes[.._count])
            ofWeight[vote.Weight]++;
        var (least, heavier) = (MaxWeight, 0);
        while (heavier + ofWeight[least] <= most)
            heavier += ofWeight[least--];

        var (kept, ofLeast) = (0, most - heavier);
        for (var i = 0; i < _count; i++)
        {
            if (_votes[i].Weight > least || (_votes[i].Weight == least && ofLeast-- > 0))
                _votes[kept++] = _votes[i];
        }

        return _votes[..kept];
    }

    private void Drop(int leastKeys)
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_votes[i].Keys >= leastKeys)
                _votes[kept++] = _votes[i];
        }

        _count = kept;
    }
}
