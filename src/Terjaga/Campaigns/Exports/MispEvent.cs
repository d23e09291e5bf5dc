using System.Globalization;
using System.Text.Json;

namespace Terjaga.Campaigns.Exports;

/// <summary>A campaign as an event of MISP, for the own organisation only until whoever imports it decides otherwise.</summary>
/// <remarks>draft-dulaunoy-misp-core-format, in the form of MISP's own feeds: numbers that one server gives are left to it.</remarks>
internal static class MispEvent
{
    /// <summary>UTF-16 units that the draft asks a title to keep to.</summary>
    private const int MaxTitleLength = 256;

    /// <summary>Values of the draft: an event for the own organisation, attributes as their event, no level of threat given, under way.</summary>
    private const string OwnOrganisation = "0", AsEvent = "5", UndefinedThreat = "4", UnderWay = "1", Never = "0";

    public static byte[] Write(IndicatorSheet sheet, IReadOnlyList<IndicatorSheet.Row> rows) => JsonFile.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Event");
        WriteHead(json, sheet, rows);
        json.WriteStartArray("Attribute");
        foreach (var row in rows.Where(row => row.Kind.IsIndicator))
            WriteRow(json, sheet, row);
        if (ExportWords.LeftOut(rows) is { } left)
            WriteRemark(json, sheet, left);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteHead(Utf8JsonWriter json, IndicatorSheet sheet, IReadOnlyList<IndicatorSheet.Row> rows)
    {
        json.WriteString("uuid", ExportIds.Of(sheet.CampaignId, "misp-event"));
        json.WriteString("info", ExportWords.NameOf(sheet, rows, MaxTitleLength));
        json.WriteString("date", UtcText.Day(rows.Count > 0 ? rows.Min(row => row.FirstSeen) : sheet.ReadAt));
        json.WriteString("threat_level_id", UndefinedThreat);
        json.WriteString("analysis", UnderWay);
        json.WriteString("distribution", OwnOrganisation);
        json.WriteBoolean("published", false);
        json.WriteString("timestamp", UtcText.UnixSeconds(sheet.ReadAt));
        json.WriteString("publish_timestamp", Never);
        json.WriteStartObject("Orgc");
        json.WriteString("uuid", ExportIds.Desk);
        json.WriteString("name", ExportWords.Desk);
        json.WriteEndObject();
        json.WriteStartArray("Tag");
        json.WriteStartObject();
        json.WriteString("name", ExportMarking.MispTag);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, IndicatorSheet sheet, IndicatorSheet.Row row)
    {
        var attribute = MispAttribute.Of(row);
        var seen = string.Create(CultureInfo.InvariantCulture, $"Sightings: {row.SightingCount}");
        json.WriteStartObject();
        json.WriteString("uuid", ExportIds.Of(sheet.CampaignId, "misp-attribute", row));
        WriteAttribute(json, sheet, attribute, attribute.Remark is { Length: > 0 } remark ? $"{remark}. {seen}" : seen);
        json.WriteString("first_seen", UtcText.Microseconds(row.FirstSeen));
        json.WriteString("last_seen", UtcText.Microseconds(row.LastSeen));
        json.WriteEndObject();
    }

    private static void WriteRemark(Utf8JsonWriter json, IndicatorSheet sheet, string remark)
    {
        json.WriteStartObject();
        json.WriteString("uuid", ExportIds.Of(sheet.CampaignId, "misp-remark"));
        WriteAttribute(json, sheet, new MispAttribute("Other", "comment", remark, IsForMachines: false), comment: "");
        json.WriteEndObject();
    }

    private static void WriteAttribute(Utf8JsonWriter json, IndicatorSheet sheet, MispAttribute attribute, string comment)
    {
        json.WriteString("category", attribute.Category);
        json.WriteString("type", attribute.Type);
        json.WriteString("value", attribute.Value);
        json.WriteBoolean("to_ids", attribute.IsForMachines);
        json.WriteString("comment", comment);
        json.WriteString("distribution", AsEvent);
        json.WriteString("timestamp", UtcText.UnixSeconds(sheet.ReadAt));
    }
}
