namespace Terjaga.Campaigns.Portrait;

/// <summary>Measures of the drawn graph of a campaign, in units of its view box.</summary>
public static class GraphFrame
{
    /// <summary>Three columns of words and two gaps for the lines between them.</summary>
    public const int Width = 800, ColumnWidth = 196, GapWidth = (Width - (3 * ColumnWidth)) / 2;

    /// <summary>Room for the names of the columns.</summary>
    public const int HeadHeight = 32;

    /// <summary>Room for one node, label included.</summary>
    public const int RowHeight = 38;

    public const int Height = HeadHeight + (RowHeight * CampaignGraph.MaxNodes);

    /// <summary>Middle of a row, where a column of a number of rows is spread over the whole height.</summary>
    internal static int MiddleOf(int row, int rows) =>
        HeadHeight + ((Height - HeadHeight) * ((2 * row) + 1) / (2 * rows));
}
