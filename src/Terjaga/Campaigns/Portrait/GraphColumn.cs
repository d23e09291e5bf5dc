namespace Terjaga.Campaigns.Portrait;

/// <summary>What becomes a node of a column: the most frequent things, all others together, and what has none.</summary>
/// <remarks>Does not depend on the order in which sightings are counted.</remarks>
internal sealed class GraphColumn
{
    private readonly Dictionary<(NodeKind Kind, string Key), Thing> _things = [];

    private readonly List<GraphNode> _nodes = [];

    private int _noneCount;

    private int _ranked;

    /// <summary>In order of rank, others and none last; without places in the drawing and counted by <see cref="SlotsOf"/>.</summary>
    public IReadOnlyList<GraphNode> Nodes => _nodes;

    /// <summary>How many nodes are things of their own: the first ones.</summary>
    public int NamedCount => _ranked;

    /// <param name="things">Those of one sighting, each once.</param>
    public void Count(IReadOnlyList<GraphThing> things)
    {
        _noneCount += things.Count == 0 ? 1 : 0;
        foreach (var thing in things)
        {
            if (!_things.TryGetValue((thing.Kind, thing.Key), out var known))
                _things[(thing.Kind, thing.Key)] = known = new Thing { Name = thing.Name };
            known.Count++;
            known.Name = string.CompareOrdinal(thing.Name, known.Name) < 0 ? thing.Name : known.Name;
        }
    }

    /// <summary>Decides which things are shown; nothing is counted after it.</summary>
    public void Rank()
    {
        var most = CampaignGraph.MaxNamed - (_noneCount > 0 ? 1 : 0);
        var order = _things.OrderByDescending(thing => thing.Value.Count)
            .ThenBy(thing => thing.Key.Key, StringComparer.Ordinal).ThenBy(thing => thing.Key.Kind).ToList();
        foreach (var (key, thing) in order)
        {
            thing.Slot = Math.Min(_nodes.Count, most);
            if (_nodes.Count < most)
                _nodes.Add(new GraphNode(key.Kind, thing.Name, 0, 1, 0));
        }

        _ranked = _nodes.Count;
        if (order.Count > most)
            _nodes.Add(new GraphNode(NodeKind.Other, "", 0, order.Count - most, 0));
        if (_noneCount > 0)
            _nodes.Add(new GraphNode(NodeKind.None, "", 0, 1, 0));
    }

    /// <summary>The nodes of one sighting, each once; counts it for each of them.</summary>
    public IReadOnlyList<int> SlotsOf(IReadOnlyList<GraphThing> things)
    {
        List<int> slots = things.Count == 0
            ? [_nodes.Count - 1]
            : [.. things.Select(thing => _things[(thing.Kind, thing.Key)].Slot).Distinct()];
        foreach (var slot in slots)
            _nodes[slot] = _nodes[slot] with { Count = _nodes[slot].Count + 1 };
        return slots;
    }

    private sealed class Thing
    {
        public required string Name { get; set; }

        public int Count { get; set; }

        public int Slot { get; set; }
    }
}
