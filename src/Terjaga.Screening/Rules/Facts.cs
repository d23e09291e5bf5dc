namespace Terjaga.Screening.Rules;

/// <summary>What is true of one text, and where.</summary>
internal sealed class Facts(int count)
{
    private readonly bool[] _holds = new bool[count];

    /// <param name="Word">Which word of the text.</param>
    public readonly record struct Place(int Fact, int Word);

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

    public void Add(int fact) => _holds[fact] = true;

    public void Add(int fact, int word)
    {
        _holds[fact] = true;
        Places.Add(new Place(fact, word));
    }

    public void Remove(int fact) => _holds[fact] = false;
}
