namespace Terjaga.Campaigns.Portrait;

/// <summary>
/// A campaign as a drawing that stays readable however large it is: which wordings came with which contacts and stood where.
/// </summary>
/// <param name="Contacts">Left column, from above.</param>
/// <param name="Wordings">Middle column, from above.</param>
/// <param name="Places">Right column, from above: sites, and channels of reports that name no site.</param>
/// <param name="ContactEdges">The most frequent last, so that they are drawn over the others.</param>
/// <param name="PlaceEdges">Ordered likewise. A sighting has one place at most, so that their counts add up to all sightings.</param>
public sealed record CampaignGraph(
    IReadOnlyList<GraphNode> Contacts, IReadOnlyList<GraphNode> Wordings, IReadOnlyList<GraphNode> Places,
    IReadOnlyList<GraphEdge> ContactEdges, IReadOnlyList<GraphEdge> PlaceEdges)
{
    /// <summary>Most things of a column with a node of their own, the node of those that have none included.</summary>
    public const int MaxNamed = 10;

    /// <summary>With the node of all others.</summary>
    public const int MaxNodes = MaxNamed + 1;

    /// <summary>Linear in the sightings and their contacts.</summary>
    public static CampaignGraph Of(IReadOnlyCollection<Sighting> sightings, Wordings wordings)
    {
        var (left, middle, right) = (new GraphColumn(), new GraphColumn(), new GraphColumn());
        List<Row> rows =
        [
            .. sightings.Select(sighting => new Row(
                GraphThing.ContactsOf(sighting), GraphThing.WordingOf(sighting, wordings), GraphThing.PlaceOf(sighting))),
        ];
        foreach (var row in rows)
        {
            left.Count(row.Contacts);
            middle.Count(row.Wording);
            right.Count(row.Place);
        }

        left.Rank();
        middle.Rank();
        right.Rank();
        var contacts = new int[middle.Nodes.Count, left.Nodes.Count];
        var places = new int[middle.Nodes.Count, right.Nodes.Count];
        foreach (var row in rows)
        {
            var wording = middle.SlotsOf(row.Wording)[0];
            foreach (var contact in left.SlotsOf(row.Contacts))
                contacts[wording, contact]++;
            places[wording, right.SlotsOf(row.Place)[0]]++;
        }

        var order = new GraphOrder(contacts, places, left.NamedCount, middle.NamedCount, right.NamedCount);
        return new CampaignGraph(
            Place(left, order.Left), Place(middle, order.Middle), Place(right, order.Right),
            Edges(contacts, order.Middle, order.Left), Edges(places, order.Middle, order.Right));
    }

    private static List<GraphNode> Place(GraphColumn column, int[] order) =>
        [.. order.Select((slot, row) => column.Nodes[slot] with { Y = GraphFrame.MiddleOf(row, order.Length) })];

    private static List<GraphEdge> Edges(int[,] counts, int[] wordings, int[] others) =>
    [
        .. from wording in Enumerable.Range(0, wordings.Length)
           from other in Enumerable.Range(0, others.Length)
           let count = counts[wordings[wording], others[other]]
           where count > 0
           orderby count
           select new GraphEdge(wording, other, count),
    ];

    private sealed record Row(IReadOnlyList<GraphThing> Contacts, IReadOnlyList<GraphThing> Wording, IReadOnlyList<GraphThing> Place);
}
