using System.IO.Compression;
using System.Xml;

namespace Terjaga.Common.Tables.Xlsx;

/// <summary>The parts of a workbook, after all were inflated once to see that they fit.</summary>
internal sealed class WorkbookParts : IDisposable
{
    private const int ChunkBytes = 128 * 1024;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookParts(ZipArchive zip)
    {
        _zip = zip;
        foreach (var entry in zip.Entries)
        {
            if (entry.IsEncrypted)
                throw new TableFileException(new Problem("table.workbook-locked"));
            if (!_entries.TryAdd(entry.FullName.Replace('\\', '/'), entry))
                throw new InvalidDataException("Two parts have one name.");
        }
    }

    public IEnumerable<string> Names => _entries.Keys;

    public static WorkbookParts Open(Stream file)
    {
        ZipDirectory.Check(file);
        var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        try
        {
            var parts = new WorkbookParts(zip);
            parts.Inflate(Math.Min(TableLimits.InflatedBytes, file.Length * TableLimits.InflatedRatio));
            return parts;
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    /// <summary>Null if there is no such part.</summary>
    public XmlReader? Read(string name) => _entries.TryGetValue(name, out var entry) ? BoundedXml.Read(entry.Open()) : null;

    public bool Has(string name) => _entries.ContainsKey(name);

    public void Dispose() => _zip.Dispose();

    /// <remarks>What an entry says of its own size is its author's word; only inflating tells.</remarks>
    private void Inflate(long left)
    {
        var chunk = new byte[ChunkBytes];
        foreach (var entry in _entries.Values)
        {
            using var inflated = entry.Open();
            while (inflated.Read(chunk) is > 0 and var read)
            {
                left -= read;
                if (left < 0)
                    throw new TableFileException(new Problem("table.too-large"));
            }
        }
    }
}
