using System.Globalization;
using System.Numerics;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>How a picture looks, in 256 bits: two pictures that look alike differ in few of them.</summary>
/// <param name="Bits0">Bits 0 to 63; bit 0 stands last in the text.</param>
/// <param name="Bits64">Bits 64 to 127.</param>
/// <param name="Bits128">Bits 128 to 191.</param>
/// <param name="Bits192">Bits 192 to 255.</param>
/// <remarks>PDQ: Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019.</remarks>
public readonly record struct PdqHash(ulong Bits0, ulong Bits64, ulong Bits128, ulong Bits192)
{
    public const int BitCount = 256;

    /// <summary>Characters of a hash as text.</summary>
    public const int TextLength = BitCount / 4;

    /// <summary>Most bits in which two pictures differ that count as alike, as the authors of PDQ advise.</summary>
    public const int AlikeRadius = 31;

    /// <summary>Least quality of a picture whose hash is worth comparing, as the authors of PDQ advise.</summary>
    public const int GoodQuality = 50;

    private const int WordDigits = 16;

    /// <summary>Reads 64 hexadecimal digits in either case; null for anything else.</summary>
    public static PdqHash? TryParse(ReadOnlySpan<char> text) =>
        text.Length == TextLength
        && Word(text, 0) is { } high && Word(text, 1) is { } upper && Word(text, 2) is { } lower && Word(text, 3) is { } low
            ? new PdqHash(low, lower, upper, high)
            : null;

    /// <summary>How many bits differ: 0 to 256.</summary>
    public int DistanceTo(in PdqHash other) =>
        BitOperations.PopCount(Bits0 ^ other.Bits0) + BitOperations.PopCount(Bits64 ^ other.Bits64)
        + BitOperations.PopCount(Bits128 ^ other.Bits128) + BitOperations.PopCount(Bits192 ^ other.Bits192);

    /// <summary>64 hexadecimal digits in lower case, the highest bit first.</summary>
    public override string ToString() => $"{Bits192:x16}{Bits128:x16}{Bits64:x16}{Bits0:x16}";

    private static ulong? Word(ReadOnlySpan<char> text, int number) =>
        ulong.TryParse(text.Slice(number * WordDigits, WordDigits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var word)
            ? word
            : null;
}
