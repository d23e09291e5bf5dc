using System.Text;
using System.Xml;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>XML of strangers: no document type, nothing fetched, no level too deep, no tag or text too long.</summary>
internal static class BoundedXml
{
    private static readonly XmlReaderSettings _settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Read(Stream part) => XmlReader.Create(new TagLimit(new StreamReader(part, Encoding.UTF8)), _settings);

    /// <summary>Reads on. Throws <see cref="InvalidDataException"/> below too many levels.</summary>
    public static bool Step(this XmlReader reader) =>
        reader.Read() && (reader.Depth <= TableLimits.Depth ? true : throw new InvalidDataException("Too many levels."));

    /// <summary>The elements of a part that have this name, whatever their namespace: strict workbooks have other ones.</summary>
    public static IEnumerable<XmlReader> Elements(this XmlReader reader, string name)
    {
        while (reader.Step())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == name)
                yield return reader;
        }
    }
}
