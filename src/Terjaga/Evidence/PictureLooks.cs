using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Evidence;

/// <summary>What a picture looks like, as it is and turned, in the form in which it is kept.</summary>
internal static class PictureLooks
{
    /// <summary>Bytes of one look: the hash as it is, and seven times turned or mirrored.</summary>
    public const int Bytes = 8 * HashBytes;

    private const int HashBytes = PdqHash.BitCount / 8;

    /// <summary>Dots of each side that are compared, taken out of a larger picture as the published hasher does.</summary>
    private const int Side = 512;

    /// <summary>Null where there is too little to see to compare it with anything.</summary>
    /// <param name="grey">A byte a dot, row by row.</param>
    public static byte[]? Of(ReadOnlySpan<byte> grey, int width, int height)
    {
        var (columns, rows) = (Math.Min(Side, width), Math.Min(Side, height));
        var luma = new float[columns * rows];
        for (var row = 0; row < rows; row++)
        {
            var line = grey.Slice((int)((long)row * height / rows) * width, width);
            for (var column = 0; column < columns; column++)
                luma[(row * columns) + column] = line[(int)((long)column * width / columns)];
        }

        var readings = PdqHasher.ReadTurned(luma, columns, rows);
        return readings[0].Quality < PdqHash.GoodQuality ? null : [.. readings.SelectMany(reading => ToBytes(reading.Hash))];
    }

    /// <summary>The hashes of one look, the first as the picture is.</summary>
    public static IReadOnlyList<PdqHash> Read(ReadOnlySpan<byte> look)
    {
        var hashes = new List<PdqHash>();
        for (; look.Length >= HashBytes; look = look[HashBytes..])
        {
            hashes.Add(new PdqHash(
                BitConverter.ToUInt64(look), BitConverter.ToUInt64(look[8..]), BitConverter.ToUInt64(look[16..]), BitConverter.ToUInt64(look[24..])));
        }

        return hashes;
    }

    private static byte[] ToBytes(PdqHash hash) =>
    [
        .. BitConverter.GetBytes(hash.Bits0), .. BitConverter.GetBytes(hash.Bits64),
        .. BitConverter.GetBytes(hash.Bits128), .. BitConverter.GetBytes(hash.Bits192),
    ];
}
