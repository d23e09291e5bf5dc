using System.Text.Json;

namespace Terjaga.Campaigns.Exports;

/// <summary>Writes the objects of a bundle, one after the other.</summary>
/// <remarks>Sections of STIX 2.1: 3.2 what all objects have, 4.2 campaign, 4.5 identity, 4.7 indicator, 4.14 observed data, 5.1 relationship.</remarks>
internal sealed class StixObjects(Utf8JsonWriter json, IndicatorSheet sheet)
{
    /// <summary>When the author was first described; with the id it never changes.</summary>
    private const string DeskCreated = "2026-11-30T00:00:00.000Z";

    private const string Version = "2.1";

    /// <summary>UTF-16 units of a name that programs show in one line.</summary>
    private const int MaxNameLength = 200;

    /// <summary>Most that the standard lets anything be observed.</summary>
    private const int MaxObserved = 999_999_999;

    private readonly string _created = UtcText.Milliseconds(sheet.OpenedAt);

    private readonly string _modified = UtcText.Milliseconds(sheet.ReadAt > sheet.OpenedAt ? sheet.ReadAt : sheet.OpenedAt);

    private readonly string _desk = $"identity--{ExportIds.Desk:D}";

    public void WriteMarking()
    {
        Open("marking-definition", ExportMarking.StixId);
        json.WriteString("created", ExportMarking.StixCreated);
        json.WriteString("definition_type", "tlp");
        json.WriteString("name", ExportMarking.Name);
        json.WriteStartObject("definition");
        json.WriteString("tlp", ExportMarking.StixLevel);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public void WriteDesk()
    {
        Open("identity", _desk);
        json.WriteString("created", DeskCreated);
        json.WriteString("modified", DeskCreated);
        json.WriteString("name", ExportWords.Desk);
        json.WriteString("identity_class", "organization");
        WriteList("sectors", "government-national");
        json.WriteEndObject();
    }

    public string WriteCampaign(IReadOnlyList<IndicatorSheet.Row> rows)
    {
        var id = OpenOwn("campaign", ExportIds.Of(sheet.CampaignId, "campaign"), _modified);
        json.WriteString("name", ExportWords.NameOf(sheet, rows, MaxNameLength));
        json.WriteString("description", ExportWords.About(rows));
        if (rows.Count > 0)
        {
            json.WriteString("first_seen", UtcText.Milliseconds(rows.Min(row => row.FirstSeen)));
            json.WriteString("last_seen", UtcText.Milliseconds(rows.Max(row => row.LastSeen)));
        }

        json.WriteEndObject();
        return id;
    }

    public string WriteIndicator(IndicatorSheet.Row row, StixObservable seen)
    {
        var id = OpenOwn("indicator", ExportIds.Of(sheet.CampaignId, "indicator", row), _modified);
        json.WriteString("name", $"{row.Kind.Label}: {ForeignText.OneLine(row.Value, MaxNameLength)}");
        // Of the words of the standard the one that says unusual, and not that it must be bad: the desk gives signs, no verdicts.
        WriteList("indicator_types", "anomalous-activity");
        json.WriteString("pattern", StixPattern.Of(seen));
        json.WriteString("pattern_type", "stix");
        json.WriteString("pattern_version", Version);
        json.WriteString("valid_from", UtcText.Milliseconds(row.FirstSeen));
        json.WriteEndObject();
        return id;
    }

    public void WriteObservable(StixObservable seen)
    {
        Open(seen.Type, seen.Id);
        WriteList("object_marking_refs", ExportMarking.StixId);
        if (seen.Inside is { } inside)
            json.WriteStartObject(inside);
        foreach (var (name, value) in seen.Properties)
            json.WriteString(name, value);
        if (seen.Inside is not null)
            json.WriteEndObject();
        json.WriteEndObject();
    }

    public string WriteObserved(IndicatorSheet.Row row, StixObservable seen)
    {
        var id = OpenOwn("observed-data", ExportIds.Of(sheet.CampaignId, "observed-data", row), _modified);
        json.WriteString("first_observed", UtcText.Milliseconds(row.FirstSeen));
        json.WriteString("last_observed", UtcText.Milliseconds(row.LastSeen));
        json.WriteNumber("number_observed", Math.Min(row.SightingCount, MaxObserved));
        WriteList("object_refs", seen.Id);
        json.WriteEndObject();
        return id;
    }

    /// <summary>Written once and never another: what it joins makes its id.</summary>
    public void WriteRelationship(string source, string type, string target)
    {
        OpenOwn("relationship", ExportIds.Of(sheet.CampaignId, $"relationship\n{source}\n{type}\n{target}"), _created);
        json.WriteString("relationship_type", type);
        json.WriteString("source_ref", source);
        json.WriteString("target_ref", target);
        json.WriteEndObject();
    }

    /// <summary>Begins an object that the desk answers for.</summary>
    private string OpenOwn(string type, Guid uuid, string modified)
    {
        var id = $"{type}--{uuid:D}";
        Open(type, id);
        json.WriteString("created_by_ref", _desk);
        json.WriteString("created", _created);
        json.WriteString("modified", modified);
        WriteList("object_marking_refs", ExportMarking.StixId);
        return id;
    }

    private void Open(string type, string id)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("spec_version", Version);
        json.WriteString("id", id);
    }

    private void WriteList(string name, string only)
    {
        json.WriteStartArray(name);
        json.WriteStringValue(only);
        json.WriteEndArray();
    }
}
