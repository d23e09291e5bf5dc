using System.Runtime.InteropServices;
using System.Text;

namespace Terjaga.Benchmarks.Fuzz;

/// <summary>Bytes that are read as a text: the first one tells how, so that a changed byte can change that too.</summary>
internal static class HostileInput
{
    /// <summary>Bits of the first byte: UTF-16 as it stands, halves of characters too, instead of UTF-8; a channel is told.</summary>
    private const byte Utf16 = 1, WithChannel = 2;

    public static string TextOf(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? ""
        : (bytes[0] & Utf16) == 0 ? Encoding.UTF8.GetString(bytes[1..])
        : new string(MemoryMarshal.Cast<byte, char>(bytes[1..(((bytes.Length - 1) & ~1) + 1)]));

    /// <summary>Null where the bytes tell none.</summary>
    public static string? ChannelOf(ReadOnlySpan<byte> bytes) => !bytes.IsEmpty && (bytes[0] & WithChannel) != 0 ? "telegram_group" : null;

    /// <summary>The bytes of a text, by UTF-16 where it has halves of characters.</summary>
    public static byte[] BytesOf(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text ? [0, .. Encoding.UTF8.GetBytes(text)]
        : [Utf16, .. MemoryMarshal.AsBytes(text.AsSpan())];

    /// <summary>A word in the form of the bytes that it is put into.</summary>
    public static byte[] Like(ReadOnlySpan<byte> bytes, string word) =>
        !bytes.IsEmpty && (bytes[0] & Utf16) != 0 ? [.. MemoryMarshal.AsBytes(word.AsSpan())] : Encoding.UTF8.GetBytes(word);
}
