using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>Which styles of a workbook show a number as a day or a time.</summary>
internal static partial class DateStyles
{
    /// <summary>By the number of the style.</summary>
    public static List<bool> Read(XmlReader? reader)
    {
        var styles = new List<bool>();
        if (reader is null)
            return styles;
        var own = new Dictionary<int, bool>();
        var isInCells = false;
        using (reader)
        {
            while (reader.Step())
            {
                if (reader.LocalName == "cellXfs")
                    isInCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt")
                    own[Number(reader)] = IsDate(reader.GetAttribute("formatCode") ?? "");
                else if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf" && isInCells)
                    styles.Add(own.TryGetValue(Number(reader), out var isDate) ? isDate : IsDate(Number(reader)));
                if (Math.Max(styles.Count, own.Count) > TableLimits.Styles)
                    throw new InvalidDataException("Too many styles.");
            }
        }

        return styles;
    }

    /// <summary>Whether a format shows day, month, year, hour or second; hours that go on counting past a day stay a number.</summary>
    public static bool IsDate(string format) => !CountingPattern().IsMatch(format) && PartPattern().IsMatch(LiteralPattern().Replace(format, "").Split(';')[0]);

    /// <summary>ECMA-376 part 1, 18.8.30: the formats that a workbook need not write out, with those of East Asia.</summary>
    private static bool IsDate(int format) => format is (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58);

    private static int Number(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"\[[hms]+\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CountingPattern();

    [GeneratedRegex("""\[[^\]]*\]|"[^"]*"|[\\_*].|General""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LiteralPattern();

    [GeneratedRegex("[dmyhs]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PartPattern();
}
