using System.Globalization;
using System.Xml;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>The rows of a sheet.</summary>
internal static class SheetRows
{
    /// <summary>Columns A to XFD, as many as a sheet has.</summary>
    private const int SheetColumns = 16_384;

    private const int Letters = 26;

    public static IEnumerable<RawRow> Read(WorkbookParts parts, string sheet, CellValues values)
    {
        using var reader = parts.Read(sheet) ?? throw new InvalidDataException("The sheet is not there.");
        var (text, cells) = (new CellText(), new List<string?>());
        var number = 0;
        foreach (var row in reader.Elements("row"))
        {
            number = RowNumber(row.GetAttribute("r"), number + 1);
            cells.Clear();
            ReadCells(row, text, cells, values);
            yield return new RawRow(number, cells);
        }
    }

    private static void ReadCells(XmlReader reader, CellText text, List<string?> cells, CellValues values)
    {
        if (reader.IsEmptyElement)
            return;
        var (depth, next) = (reader.Depth, 0);
        while (reader.Step() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            var column = Column(reader.GetAttribute("r"), next);
            if (column is < 0 or >= SheetColumns)
                throw new InvalidDataException("The cell stands outside of every sheet.");
            next = column + 1;
            if (ReadCell(reader, text, values) is not { Length: > 0 } value)
                continue;
            while (cells.Count <= column)
                cells.Add(null);
            cells[column] = value;
        }
    }

    /// <summary>Null if nothing is stored in the cell.</summary>
    private static string? ReadCell(XmlReader reader, CellText text, CellValues values)
    {
        if (reader.IsEmptyElement)
            return null;
        var (depth, stored) = (reader.Depth, (string?)null);
        var (type, style) = (reader.GetAttribute("t"), reader.GetAttribute("s"));
        while (reader.Step() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "v" or "is")
                stored = text.Read(reader);
        }

        return stored is { Length: > 0 } ? values.Of(type, style, stored) : null;
    }

    private static int RowNumber(string? attribute, int next) =>
        attribute is null ? next
        : int.TryParse(attribute, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new InvalidDataException("The row has no number.");

    /// <summary>From 0, by the letters of <c>BC12</c>; -1 for what names no column.</summary>
    private static int Column(string? attribute, int next)
    {
        if (attribute is null)
            return next;
        var column = 0;
        foreach (var letter in attribute)
        {
            if (!char.IsAsciiLetterUpper(letter) || column > SheetColumns)
                break;
            column = (column * Letters) + letter - 'A' + 1;
        }

        return column - 1;
    }
}
