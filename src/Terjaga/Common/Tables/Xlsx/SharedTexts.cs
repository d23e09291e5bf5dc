using System.Xml;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>The texts of a workbook that its cells name by their place.</summary>
internal static class SharedTexts
{
    /// <summary>What a text costs besides its characters, in characters: its object and its place in the list.</summary>
    private const int Overhead = 16;

    public static List<string> Read(XmlReader? reader)
    {
        var texts = new List<string>();
        if (reader is null)
            return texts;
        var text = new CellText();
        var left = TableLimits.SharedCharacters;
        using (reader)
        {
            foreach (var element in reader.Elements("si"))
            {
                texts.Add(CellText.Plain(text.Read(element)));
                left -= texts[^1].Length + Overhead;
                if (left < 0)
                    throw new TableFileException(new Problem("table.too-large"));
            }
        }

        return texts;
    }
}
