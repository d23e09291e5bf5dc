namespace Terjaga.Screening.Similarity;

/// <summary>
/// Finds texts whose words are near copies of another text's, among millions, in memory. Any number of threads may look while
/// one adds and removes; further writers wait for it.
/// </summary>
/// <remarks>
/// About 0.7 KB a text. Of a key that more than sixteen texts have, only eight of the first and eight of the latest are found by
/// it; copies of such a flood still belong together by the first ones. All texts that share a key no other sixteen share are found.
/// </remarks>
public sealed class NearIndex
{
    /// <summary>Texts that are compared by their sketch for one look-up: those that share the most and the rarest keys.</summary>
    public const int MaxCompared = 32;

    /// <summary>Places of the table that one look-up reads at most.</summary>
    public const int MaxPlacesRead = PairKeys.Most * KeyTable.MaxProbe;

    /// <summary>Least guess of the resemblance of a candidate.</summary>
    /// <remarks>What copies have, <see cref="Likeness.CopyThreshold"/>, less two standard deviations of the guess.</remarks>
    public const double MinResemblance = 0.13;

    /// <summary>Keys that a text and a candidate share at least, where the text has all it can have; of fewer keys one is enough.</summary>
    /// <remarks>One of 24 is shared by chance, and copies at the threshold share three on average.</remarks>
    private const int MinSharedKeys = 2;

    /// <summary>Tables, by the uppermost bits of a key: each grows alone, so that no addition waits long.</summary>
    private const int TableBits = 8, KeyBits = 32;

    private readonly Lock _writing = new();

    private readonly Dictionary<Guid, int> _slots = [];

    private readonly SlotStore _store = new();

    private readonly KeyTable[] _tables = [.. Enumerable.Range(0, 1 << TableBits).Select(_ => new KeyTable())];

    public int Count
    {
        get
        {
            lock (_writing)
                return _slots.Count;
        }
    }

    /// <summary>Adds a text; one of the same id gives way to it. A text that is not telling is found by nobody.</summary>
    public void Add(Guid id, Fingerprint fingerprint)
    {
        lock (_writing)
        {
            Remove(id);
            var slot = _store.Add(id, fingerprint);
            _slots.Add(id, slot);
            foreach (var key in fingerprint.Keys)
                TableOf(key).Add(key, slot);
        }
    }

    /// <summary>False where the id is not known.</summary>
    public bool Remove(Guid id)
    {
        lock (_writing)
        {
            if (!_slots.Remove(id, out var slot))
                return false;
            foreach (var key in _store.Keys(slot))
                TableOf(key).Remove(key, slot);
            _store.Remove(slot);
            return true;
        }
    }

    /// <param name="most">Candidates that are wanted: 1 to <see cref="MaxCompared"/>.</param>
    public NearAnswer Find(Fingerprint fingerprint, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        Span<Votes.Vote> votes = stackalloc Votes.Vote[Votes.Most];
        Span<ushort> places = stackalloc ushort[Votes.PlaceCount];
        places.Clear();
        Span<int> slots = stackalloc int[KeyTable.MaxTexts];
        var found = new Votes(votes, places);
        var placesRead = 0;
        foreach (var key in fingerprint.Keys)
            TableOf(key).Ask(key);
        foreach (var key in fingerprint.Keys)
        {
            var count = TableOf(key).Find(key, slots, ref placesRead);
            foreach (var slot in slots[..count])
                found.Add(slot, count);
        }

        var heaviest = found.Heaviest(MaxCompared, fingerprint.Keys.Length == PairKeys.Most ? MinSharedKeys : 1);
        return new NearAnswer(Compare(fingerprint, heaviest, most), placesRead, heaviest.Length);
    }

    private List<NearCandidate> Compare(Fingerprint fingerprint, ReadOnlySpan<Votes.Vote> votes, int most)
    {
        var candidates = new List<NearCandidate>();
        foreach (var vote in votes)
            _store.Ask(vote.Slot);
        foreach (var vote in votes)
        {
            if (_store.Compare(vote.Slot, fingerprint) is { Resemblance: >= MinResemblance } candidate)
                candidates.Add(candidate);
        }

        candidates.Sort(static (a, b) => b.Resemblance != a.Resemblance ? b.Resemblance.CompareTo(a.Resemblance) : a.Id.CompareTo(b.Id));
        if (candidates.Count > most)
            candidates.RemoveRange(most, candidates.Count - most);
        return candidates;
    }

    private KeyTable TableOf(uint key) => _tables[key >> (KeyBits - TableBits)];
}
