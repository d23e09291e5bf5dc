namespace Terjaga.Campaigns.Portrait;

/// <summary>One node of the drawn graph of a campaign.</summary>
/// <param name="Name">As it was sent, a letter for a wording; empty for <see cref="NodeKind.Other"/> and <see cref="NodeKind.None"/>.</param>
/// <param name="Count">Sightings that have it.</param>
/// <param name="ThingCount">How many different things it stands for; more than one for <see cref="NodeKind.Other"/> only.</param>
/// <param name="Y">Middle of the node in the drawing; see <see cref="GraphFrame"/>.</param>
public sealed record GraphNode(NodeKind Kind, string Name, int Count, int ThingCount, int Y);
