using System.Globalization;

namespace Terjaga.Campaigns.Exports;

/// <summary>Writes the indicators of a campaign for others to use: see docs/exports.md.</summary>
public static class IndicatorExport
{
    /// <summary>The same sheet gives the same bytes.</summary>
    public static ExportedFile Write(IndicatorSheet sheet, IndicatorFormat format)
    {
        var rows = ReadyRows.Of(sheet);
        var content = format switch
        {
            IndicatorFormat.Csv => CsvSheet.Write(sheet.CampaignId, rows),
            IndicatorFormat.Stix => StixBundle.Write(sheet, rows),
            IndicatorFormat.Misp => MispEvent.Write(sheet, rows),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, null),
        };
        return new ExportedFile(NameOf(sheet) + format.FileEnding, format.MediaType, content);
    }

    private static string NameOf(IndicatorSheet sheet) => string.Create(
        CultureInfo.InvariantCulture, $"campaign-{sheet.CampaignId:D}-{sheet.ReadAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}");
}
