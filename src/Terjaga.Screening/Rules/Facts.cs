namespace Terjaga.Screening.Rules;

/// <summary>What is true of one text, and where.</summary>
internal sealed class Facts(int count)
{
    private readonly bool[] _holds = new bool[count];

    /// <param name="Word">Which word of the text.</param>
    public readonly record struct Place(int Fact, int Word);

    /// <summary>All that hold, each once.</summary>
    public List<int> All { get; } = [];

    /// <summary>Of the facts that stand at a place.</summary>
    public List<Place> Places { get; } = [];

    public bool Has(int fact) => _holds[fact];

    public bool HasAny(int[] facts)
    {
        foreach (var fact in facts)
        {
            if (_holds[fact])
                return true;
        }

        return false;
    }

    public void Add(int fact)
    {
        if (_holds[fact])
            return;
        _holds[fact] = true;
        All.Add(fact);
    }

    public void Add(int fact, int word)
    {
        Add(fact);
        Places.Add(new Place(fact, word));
    }
}
