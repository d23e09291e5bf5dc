namespace Terjaga.Campaigns.Exports;

/// <summary>The indicators of one campaign at one moment, as they are to leave the desk. Title and values are what strangers wrote.</summary>
/// <param name="Title">A few words of the offer.</param>
/// <param name="OpenedAt">When the desk opened the campaign. It must stay the same from export to export, as the ids do.</param>
/// <param name="ReadAt">When the rows were read from the desk.</param>
/// <param name="Rows">In any order; a row that comes twice is joined.</param>
public sealed record IndicatorSheet(
    Guid CampaignId,
    string Title,
    DateTimeOffset OpenedAt,
    DateTimeOffset ReadAt,
    IReadOnlyList<IndicatorSheet.Row> Rows)
{
    /// <summary>Rows of one export, for its caller to keep; what it costs grows with the rows.</summary>
    public const int MaxRows = 100_000;

    /// <summary>One indicator, and when and how often the campaign showed it.</summary>
    public sealed record Row(IndicatorKind Kind, string Value, DateTimeOffset FirstSeen, DateTimeOffset LastSeen, int SightingCount);
}
