using System.Globalization;
using System.Text;

namespace Terjaga.Campaigns.Exports;

/// <summary>Indicators as a table: RFC 4180 in UTF-8, every cell in quotes.</summary>
/// <remarks>Sylvan writes what a database reader reads, and quotes by need; the rows are records, and need quotes always.</remarks>
internal static class CsvSheet
{
    /// <summary>Guess at the length of a line, so that the text grows seldom.</summary>
    private const int LineLength = 200;

    private static readonly string[] _columns = ["kind", "value", "first_seen", "last_seen", "sightings", "remark", "campaign", "marking"];

    /// <summary>Beside a name that an offer uses; Indonesian first, as its readers are.</summary>
    private const string NameRemark =
        "Nama yang dipakai penawaran. Bisa jadi namanya dicuri. Bukan indikator; jangan diblokir. / "
        + "Name used by the offer. It may be stolen. Not an indicator; do not block.";

    public static byte[] Write(Guid campaign, IReadOnlyList<IndicatorSheet.Row> rows)
    {
        var text = new StringBuilder(LineLength * (rows.Count + 1));
        AppendLine(text, _columns);
        var id = campaign.ToString("D", CultureInfo.InvariantCulture);
        foreach (var row in rows)
            AppendLine(text, CellsOf(row, id));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string[] CellsOf(IndicatorSheet.Row row, string campaign) =>
    [
        row.Kind.Code,
        row.Value,
        UtcText.Seconds(row.FirstSeen),
        UtcText.Seconds(row.LastSeen),
        row.SightingCount.ToString(CultureInfo.InvariantCulture),
        row.Kind.IsIndicator ? "" : NameRemark,
        campaign,
        ExportMarking.Name,
    ];

    private static void AppendLine(StringBuilder text, string[] cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(',');
            CsvCell.Append(text, cells[i]);
        }

        text.Append("\r\n");
    }
}
