namespace Terjaga.Screening.Linking;

/// <summary>Offers that are linked, however indirectly, belong to one group: a disjoint-set forest (Tarjan 1975).</summary>
internal sealed class Groups
{
    private readonly List<int> _parents = [];

    public int Count => _parents.Count;

    public int Add()
    {
        _parents.Add(_parents.Count);
        return _parents.Count - 1;
    }

    /// <summary>The earliest offer of a group.</summary>
    public int Of(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    public void Join(int first, int second)
    {
        var (a, b) = (Of(first), Of(second));
        _parents[Math.Max(a, b)] = Math.Min(a, b);
    }
}
