using System.Text.Encodings.Web;
using System.Text.Json;
using Terjaga.Evidence.Custody;

namespace Terjaga.Evidence.Packages;

/// <summary>The entries of the log and their proofs, as files that a person can read line by line.</summary>
internal static class CustodyFiles
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One entry a line, its bytes exactly as they were hashed.</summary>
    public static byte[] Entries(CustodyBundle bundle)
    {
        using var lines = new MemoryStream();
        foreach (var entry in bundle.Entries)
        {
            if (entry.Leaf.AsSpan().Contains((byte)'\n'))
                throw new InvalidOperationException($"Entry {entry.Index} of the log is not one line.");
            lines.Write(entry.Leaf);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    /// <summary>In the order of the entries, one proof a line.</summary>
    public static byte[] Proofs(CustodyBundle bundle)
    {
        var lines = bundle.Entries.Select(entry => JsonSerializer.Serialize(new { entry.Index, entry.Path }, _json));
        var text = $"{{\"size\":{bundle.Head.Size},\"root\":\"{Convert.ToBase64String(bundle.Head.Root)}\",\"entries\":[\n{string.Join(",\n", lines)}\n]}}\n";
        return System.Text.Encoding.ASCII.GetBytes(text);
    }
}
