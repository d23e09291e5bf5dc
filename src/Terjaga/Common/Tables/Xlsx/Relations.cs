namespace Terjaga.Common.Tables.Xlsx;

/// <summary>Where a part of a workbook says that its other parts are.</summary>
internal sealed class Relations
{
    private readonly List<Relation> _all = [];

    private sealed record Relation(string Id, string Kind, string Part);

    private Relations() { }

    /// <param name="part">Name of the part; empty for the whole file.</param>
    public static Relations Of(WorkbookParts parts, string part)
    {
        var relations = new Relations();
        var slash = part.LastIndexOf('/') + 1;
        using var reader = parts.Read($"{part[..slash]}_rels/{part[slash..]}.rels");
        foreach (var element in reader?.Elements("Relationship") ?? [])
        {
            relations._all.Add(new(element.GetAttribute("Id") ?? "", element.GetAttribute("Type") ?? "", Resolve(part[..slash], element.GetAttribute("Target") ?? "")));
            if (relations._all.Count > TableLimits.Entries)
                throw new InvalidDataException("More relations than parts.");
        }

        return relations;
    }

    /// <summary>The part of this kind, the last word of its type: strict workbooks have other types. Null if there is none.</summary>
    public string? PartOf(string kind, string? id = null) => _all.Find(relation =>
        relation.Kind.EndsWith('/' + kind, StringComparison.Ordinal) && (id is null || relation.Id == id))?.Part;

    /// <summary>A name within the file; what leads out of it is the name of no part.</summary>
    private static string Resolve(string folder, string target)
    {
        var steps = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
            else if (step is not ("" or "." or ".."))
                steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
