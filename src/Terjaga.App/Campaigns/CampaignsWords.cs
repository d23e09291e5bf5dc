namespace Terjaga.App.Campaigns;

/// <summary>Words of the page of a campaign.</summary>
public sealed class CampaignsWords;
