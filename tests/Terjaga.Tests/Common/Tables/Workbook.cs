using System.IO.Compression;
using System.Text;

namespace Terjaga.Tests.Common.Tables;

/// <summary>A small workbook, written part by part.</summary>
internal sealed class Workbook
{
    public const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";

    public Dictionary<string, string> Parts { get; } = new()
    {
        ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
        ["_rels/.rels"] = $"<Relationships {Package}><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        ["xl/workbook.xml"] = $"<workbook {Main} xmlns:r=\"{Office}\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ["xl/_rels/workbook.xml.rels"] = $"""
            <Relationships {Package}>
            <Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="r2" Type="{Office}/worksheet" Target="/xl/worksheets/sheet2.xml"/>
            <Relationship Id="r3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/>
            <Relationship Id="r4" Type="{Office}/styles" Target="../xl/styles.xml"/>
            </Relationships>
            """,
    };

    /// <param name="rows">What stands in <c>sheetData</c>.</param>
    public static Workbook Of(string rows, string sheet = "xl/worksheets/sheet1.xml") => new Workbook().With(
        sheet, $"<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>");

    /// <summary>A row of texts, without any names of cells.</summary>
    public static string Row(params string[] texts) =>
        $"<row>{string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    /// <summary>Digits that a zip cannot make small, so that the file around them passes the ratio.</summary>
    public static string Noise(int length)
    {
        var random = new Random(1);
        return string.Create(length, random, (span, source) => source.GetItems("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-", span));
    }

    public Workbook With(string part, string text)
    {
        Parts[part] = text;
        return this;
    }

    public Workbook Replace(string part, string old, string text) => With(part, Parts[part].Replace(old, text, StringComparison.Ordinal));

    public byte[] Zip()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in Parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return file.ToArray();
    }
}
