namespace Terjaga.Screening.Identifiers;

/// <summary>Parts of a text that do not overlap, in order.</summary>
internal sealed class Spans
{
    private readonly List<(int Start, int End)> _parts = [];

    public void Add(int start, int end)
    {
        var at = IndexFrom(start);
        _parts.Insert(at, (start, end));
    }

    public bool Covers(int position)
    {
        var at = IndexFrom(position + 1) - 1;
        return at >= 0 && _parts[at].End > position;
    }

    private int IndexFrom(int start)
    {
        var (low, high) = (0, _parts.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_parts[middle].Start < start)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
