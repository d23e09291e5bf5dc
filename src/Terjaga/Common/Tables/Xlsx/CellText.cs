using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>Reads the texts inside of cells, and shared ones.</summary>
internal sealed partial class CellText
{
    private const int ChunkCharacters = 1024;

    private readonly char[] _chunk = new char[ChunkCharacters];
    private readonly StringBuilder _text = new();

    /// <summary>
    /// What stands in a <c>v</c>, or in all <c>t</c> of an <c>is</c> or <c>si</c> without the signs of their sound; one
    /// character more than a cell may have at the most. Ends on the end of the element.
    /// </summary>
    public string Read(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        _text.Clear();
        var (depth, isText, sound) = (reader.Depth, reader.LocalName == "v", int.MaxValue);
        while (reader.Step() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement)
            {
                isText = reader.LocalName == "t" && reader.Depth < sound;
                sound = reader.LocalName == "rPh" ? Math.Min(sound, reader.Depth) : sound;
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                isText = false;
                sound = reader.Depth == sound ? int.MaxValue : sound;
            }
            else if (isText && reader.HasValue)
            {
                Append(reader);
            }
        }

        return _text.ToString();
    }

    /// <summary>Without the escapes <c>_x000D_</c> by which a workbook writes what XML cannot.</summary>
    public static string Plain(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? EscapePattern().Replace(text, match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    private void Append(XmlReader reader)
    {
        while (_text.Length <= TableLimits.CellCharacters && reader.ReadValueChunk(_chunk, 0, _chunk.Length) is > 0 and var read)
            _text.Append(_chunk, 0, Math.Min(read, TableLimits.CellCharacters + 1 - _text.Length));
    }

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_", RegexOptions.CultureInvariant)]
    private static partial Regex EscapePattern();
}
