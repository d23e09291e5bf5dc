using System.Globalization;

namespace Terjaga.Campaigns.Portrait;

/// <summary>One thing of a sighting that can become a node of the graph.</summary>
/// <param name="Key">Equal for what is the same thing, and decides between equally frequent ones.</param>
internal readonly record struct GraphThing(NodeKind Kind, string Key, string Name)
{
    /// <summary>Digits of the largest rank of a wording, so that ranks sort as text.</summary>
    private const string RankFormat = "D5";

    public static IReadOnlyList<GraphThing> WordingOf(Sighting sighting, Wordings wordings) => wordings.RankOf(sighting) is not { } rank
        ? []
        : [new(
            NodeKind.Wording, rank.ToString(RankFormat, CultureInfo.InvariantCulture),
            rank < wordings.Shown.Count ? wordings.Shown[rank].Letter : "")];

    public static IReadOnlyList<GraphThing> ContactsOf(Sighting sighting) =>
        [.. sighting.Contacts.Where(contact => contact.Length > 0).Distinct().Select(contact => new GraphThing(NodeKind.Contact, contact, contact))];

    /// <summary>The site; the channel where no site is known. Neither knows capitals.</summary>
    public static IReadOnlyList<GraphThing> PlaceOf(Sighting sighting) => (sighting.Host, sighting.Channel?.Trim()) switch
    {
        ({ Length: > 0 } host, _) => [new(NodeKind.Host, host.ToUpperInvariant(), host)],
        (_, { Length: > 0 } channel) => [new(NodeKind.Channel, channel.ToUpperInvariant(), channel)],
        _ => [],
    };
}
