using System.Text;

namespace Terjaga.Evidence.Archive;

/// <summary>The named fields at the head of a record.</summary>
internal sealed class WarcFields
{
    private readonly StringBuilder _lines = new("WARC/1.1\r\n");

    /// <summary>The value comes from <see cref="SafeText"/> or is ours.</summary>
    public WarcFields Add(string name, string value)
    {
        _lines.Append(name).Append(": ").Append(value).Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(_lines + "\r\n");
}
