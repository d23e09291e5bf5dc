namespace Terjaga.Campaigns.Exports;

/// <summary>A campaign as a bundle of STIX 2.1: each indicator, what it looks like, how often it was seen, and what it indicates.</summary>
internal static class StixBundle
{
    public static byte[] Write(IndicatorSheet sheet, IReadOnlyList<IndicatorSheet.Row> rows) => JsonFile.Write(json =>
    {
        var objects = new StixObjects(json, sheet);
        json.WriteStartObject();
        json.WriteString("type", "bundle");
        json.WriteString("id", $"bundle--{ExportIds.Of(sheet.CampaignId, "bundle"):D}");
        json.WriteStartArray("objects");
        objects.WriteMarking();
        objects.WriteDesk();
        var campaign = objects.WriteCampaign(rows);
        foreach (var row in rows.Where(row => row.Kind.IsIndicator))
            WriteRow(objects, row, campaign);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteRow(StixObjects objects, IndicatorSheet.Row row, string campaign)
    {
        var seen = StixObservable.Of(row);
        objects.WriteObservable(seen);
        var observed = objects.WriteObserved(row, seen);
        var indicator = objects.WriteIndicator(row, seen);
        objects.WriteRelationship(indicator, "indicates", campaign);
        objects.WriteRelationship(indicator, "based-on", observed);
    }
}
