namespace Terjaga.Campaigns.Portrait;

/// <summary>That a wording and something of another column were seen together.</summary>
/// <param name="Wording">Place in <see cref="CampaignGraph.Wordings"/>.</param>
/// <param name="Other">Place in <see cref="CampaignGraph.Contacts"/> or <see cref="CampaignGraph.Places"/>.</param>
/// <param name="Count">Sightings that have both.</param>
public sealed record GraphEdge(int Wording, int Other, int Count);
