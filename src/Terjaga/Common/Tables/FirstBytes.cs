using System.Buffers;

namespace Terjaga.Common.Tables;

/// <summary>What the first bytes of a file tell of it.</summary>
internal static class FirstBytes
{
    /// <summary>How many of them are looked at.</summary>
    public const int Count = 4096;

    /// <summary>What no text has: control characters besides tab, line ends and form feed.</summary>
    private static readonly SearchValues<byte> _binary = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Except([0x09, 0x0A, 0x0B, 0x0C, 0x0D]).Select(code => (byte)code)]);

    public static bool IsZip(ReadOnlySpan<byte> beginning) => beginning.StartsWith("PK\x03\x04"u8) || beginning.StartsWith("PK\x05\x06"u8);

    /// <summary>A compound file: a workbook of Excel 97, or one that a password locks.</summary>
    public static bool IsCompoundFile(ReadOnlySpan<byte> beginning) => beginning.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);

    public static bool IsUtf16(ReadOnlySpan<byte> beginning) =>
        beginning.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || beginning.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);

    /// <summary>Neither a picture nor a program; a page or a PDF is text, yet no table.</summary>
    public static bool IsTableText(ReadOnlySpan<byte> beginning) =>
        IsUtf16(beginning)
        || (!beginning.ContainsAny(_binary) && !beginning.StartsWith("%PDF"u8) && !Text(beginning).StartsWith("<"u8));

    /// <summary>From the first byte that is neither mark of order nor white space.</summary>
    public static ReadOnlySpan<byte> Text(ReadOnlySpan<byte> beginning) => WithoutMark(beginning).TrimStart(" \t\r\n"u8);

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> beginning) =>
        beginning.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? beginning[3..] : beginning;
}
