namespace Terjaga.Campaigns.Portrait;

/// <summary>What stands at one place of the drawn graph of a campaign.</summary>
public enum NodeKind
{
    Wording,

    Contact,

    /// <summary>A site where the offer stood.</summary>
    Host,

    /// <summary>Where a reporter says it came from, of a report that names no site.</summary>
    Channel,

    /// <summary>All that is too rare for a place of its own.</summary>
    Other,

    /// <summary>Sightings that have nothing of the column.</summary>
    None,
}
