using System.Buffers;
using System.Text.Json;

namespace Terjaga.Campaigns.Exports;

/// <summary>A file of JSON.</summary>
internal static class JsonFile
{
    /// <remarks>The usual encoder: the file is plain ASCII, so that no reader meets marks it cannot see or a tag of HTML.</remarks>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
            write(json);
        return bytes.WrittenSpan.ToArray();
    }
}
