using Terjaga.Campaigns.Portrait;

namespace Terjaga.Tests.Campaigns.Portrait;

public sealed class CampaignGraphTests
{
    private static readonly IReadOnlyList<Sighting> _large = PlantedCampaign.Large(Sighting.MaxSightings, days: 90);

    [Fact]
    public void Ten_thousand_sightings_are_at_most_eleven_nodes_a_column()
    {
        var graph = Of(_large);

        Assert.Equal([CampaignGraph.MaxNodes, CampaignGraph.MaxNodes], [graph.Contacts.Count, graph.Wordings.Count]);
        Assert.InRange(graph.Places.Count, 5, CampaignGraph.MaxNodes);
        IReadOnlyList<GraphNode>[] columns = [graph.Contacts, graph.Wordings];
        Assert.All(columns, column => Assert.Equal([NodeKind.Other, NodeKind.None], column.TakeLast(2).Select(node => node.Kind)));
        Assert.True(graph.Contacts[^2].ThingCount > 1_000);
    }

    [Fact]
    public void The_lines_add_up_to_the_sightings()
    {
        var graph = Of(_large);

        Assert.Equal(_large.Count, graph.Wordings.Sum(node => node.Count));
        Assert.Equal(_large.Count, graph.PlaceEdges.Sum(edge => edge.Count));
        Assert.Equal(graph.Contacts.Sum(node => node.Count), graph.ContactEdges.Sum(edge => edge.Count));
        Assert.All(graph.Wordings.Index(), node => Assert.Equal(
            node.Item.Count, graph.PlaceEdges.Where(edge => edge.Wording == node.Index).Sum(edge => edge.Count)));
        Assert.All(graph.Contacts.Index(), node => Assert.Equal(
            node.Item.Count, graph.ContactEdges.Where(edge => edge.Other == node.Index).Sum(edge => edge.Count)));
    }

    [Fact]
    public void The_order_of_sightings_changes_nothing() =>
        Assert.Equivalent(Of(_large), Of([.. _large.OrderBy(sighting => sighting.ReportId)]), strict: true);

    [Fact]
    public void A_contact_of_one_sighting_is_counted_once_and_all_rare_ones_of_it_are_one_line()
    {
        var often = Enumerable.Range(0, 10).SelectMany(at => Enumerable.Repeat(PlantedCampaign.At(PlantedCampaign.Now, contacts: $"phone:{at}"), 2));
        var rare = PlantedCampaign.At(PlantedCampaign.Now, contacts: ["phone:0", "phone:0", "phone:x", "phone:y"]);

        var graph = Of([.. often, rare]);

        Assert.Equal(3, graph.Contacts.Single(node => node.Name == "phone:0").Count);
        Assert.Equal((1, 2), (graph.Contacts[^1].Count, graph.Contacts[^1].ThingCount));
        Assert.Equal(22, graph.ContactEdges.Sum(edge => edge.Count));
    }

    [Fact]
    public void A_site_comes_before_a_channel_and_capitals_tell_nothing_apart()
    {
        var graph = Of(
        [
            PlantedCampaign.At(PlantedCampaign.Now, host: "t.me", channel: "WhatsApp"), PlantedCampaign.At(PlantedCampaign.Now, channel: "whatsapp"),
            PlantedCampaign.At(PlantedCampaign.Now, channel: " WhatsApp "), PlantedCampaign.At(PlantedCampaign.Now),
        ]);

        Assert.Equal(
            [(NodeKind.Channel, "WhatsApp", 2), (NodeKind.Host, "t.me", 1), (NodeKind.None, "", 1)],
            graph.Places.Select(node => (node.Kind, node.Name, node.Count)).OrderByDescending(node => node.Count).ThenBy(node => node.Kind));
    }

    [Fact]
    public void Pairs_that_belong_together_are_drawn_without_a_crossing()
    {
        string[] offers = ["gudang malam di pelabuhan", "toko roti di kota besar", "kapal ikan di laut lepas", "pabrik kaca di selatan"];
        var sightings = offers.SelectMany((offer, at) => Enumerable.Repeat(
            PlantedCampaign.At(PlantedCampaign.Now, offer, $"s{(at + 2) % 4}.example", null, $"phone:{3 - at}"), 4 - at)).ToList();

        var graph = Of(sightings);

        Assert.Equal(4, graph.ContactEdges.Count);
        Assert.All(graph.ContactEdges, edge => Assert.Equal(edge.Wording, edge.Other));
        Assert.All(graph.PlaceEdges, edge => Assert.Equal(edge.Wording, edge.Other));
    }

    [Fact]
    public void Nodes_of_a_column_stand_apart_inside_the_frame()
    {
        var graph = Of(_large);

        IReadOnlyList<GraphNode>[] columns = [graph.Contacts, graph.Wordings, graph.Places];
        Assert.All(columns, column =>
        {
            Assert.All(column.Zip(column.Skip(1)), pair => Assert.True(pair.Second.Y - pair.First.Y >= GraphFrame.RowHeight));
            Assert.True(column[0].Y >= GraphFrame.HeadHeight + (GraphFrame.RowHeight / 2));
            Assert.True(column[^1].Y <= GraphFrame.Height - (GraphFrame.RowHeight / 2));
        });
    }

    [Fact]
    public void Nothing_seen_is_an_empty_graph() => Assert.Empty(Of([]).Wordings);

    private static CampaignGraph Of(IReadOnlyList<Sighting> sightings) =>
        CampaignGraph.Of(sightings, Wordings.Of(sightings, PlantedCampaign.Masks));
}
