namespace Terjaga.Common.Tables.Xlsx;

/// <summary>The first sheet of a workbook that a person sees.</summary>
internal static class XlsxTable
{
    public static OpenTable Open(Stream file)
    {
        var parts = WorkbookParts.Open(file);
        try
        {
            RefuseMacros(parts);
            var workbook = Relations.Of(parts, "").PartOf("officeDocument");
            if (workbook is null || !parts.Has(workbook) || !workbook.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
                throw new TableFileException(new Problem("table.format-unknown"));

            var relations = Relations.Of(parts, workbook);
            var (sheet, from1904) = FirstSheet(parts, workbook, relations);
            var texts = SharedTexts.Read(Read(parts, relations.PartOf("sharedStrings")));
            var dates = DateStyles.Read(Read(parts, relations.PartOf("styles")));
            var values = new CellValues(texts, dates, from1904);
            return new OpenTable(TableFormat.Xlsx, new Dictionary<string, string>(), HeadedRows.Read(SheetRows.Read(parts, sheet, values)), parts);
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    private static System.Xml.XmlReader? Read(WorkbookParts parts, string? name) => name is null ? null : parts.Read(name);

    /// <remarks>Also those of Excel 4, which are sheets.</remarks>
    private static void RefuseMacros(WorkbookParts parts)
    {
        using var types = parts.Read("[Content_Types].xml") ?? throw new TableFileException(new Problem("table.format-unknown"));
        var isMacro = parts.Names.Any(name => name.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
            || name.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase));
        while (!isMacro && types.Step())
            isMacro = types.GetAttribute("ContentType")?.Contains("macro", StringComparison.OrdinalIgnoreCase) is true;
        if (isMacro)
            throw new TableFileException(new Problem("table.workbook-macros"));
    }

    private static (string Sheet, bool From1904) FirstSheet(WorkbookParts parts, string workbook, Relations relations)
    {
        var (from1904, first, shown, count) = (false, (string?)null, (string?)null, 0);
        using var reader = parts.Read(workbook) ?? throw new InvalidDataException("No workbook.");
        while (reader.Step())
        {
            if (reader.LocalName == "workbookPr" && reader.GetAttribute("date1904") is { } flag)
                from1904 = flag is "1" or "true" or "on";
            if (reader.LocalName == "sheet" && ++count > TableLimits.Entries)
                throw new InvalidDataException("More sheets than parts.");
            if (reader.LocalName != "sheet" || SheetPart(reader, relations) is not { } part)
                continue;
            first ??= part;
            if (reader.GetAttribute("state") is null or "visible")
                shown ??= part;
        }

        return (shown ?? first ?? throw new TableFileException(new Problem("table.empty")), from1904);
    }

    /// <summary>Null for a sheet that is no table: a chart.</summary>
    private static string? SheetPart(System.Xml.XmlReader reader, Relations relations)
    {
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            if (reader is { LocalName: "id", Prefix.Length: > 0 })
            {
                var id = reader.Value;
                reader.MoveToElement();
                return relations.PartOf("worksheet", id);
            }
        }

        reader.MoveToElement();
        return null;
    }
}
