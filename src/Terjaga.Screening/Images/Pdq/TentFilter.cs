using System.Buffers;
using System.Runtime.Intrinsics;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>Makes a picture of any size one of 64 by 64: two passes of a box in each direction, then the dots in the middle.</summary>
/// <remarks>
/// The order of every addition is that of the published program, so that its sums come out to the last bit. A box runs down
/// all columns at once; to let it run along the rows, the picture is transposed.
/// </remarks>
internal static class TentFilter
{
    public const int Side = 64;

    /// <param name="luma">Row by row.</param>
    /// <param name="small">64 by 64, row by row.</param>
    public static void Shrink(ReadOnlySpan<float> luma, int width, int height, Span<float> small)
    {
        var size = width * height;
        // Of a narrow picture the last steps need room for 64 lines.
        var room = Math.Max(size, Side * Math.Max(width, height));
        var (first, second) = (ArrayPool<float>.Shared.Rent(room), ArrayPool<float>.Shared.Rent(room));
        try
        {
            Transposition.Run(luma, height, width, first);
            Box(first.AsSpan(0, size), width, height, second, width);
            Transposition.Run(second, width, height, first);
            Box(first.AsSpan(0, size), height, width, second, height);
            Transposition.Run(second, height, width, first);
            Box(first.AsSpan(0, size), width, height, second, Side);
            Transposition.Run(second, Side, height, first);
            Box(first.AsSpan(0, height * Side), height, Side, small, Side);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(first);
            ArrayPool<float>.Shared.Return(second);
        }
    }

    /// <summary>The mean of the rows around each row, shorter at the edges; of <paramref name="kept"/> rows, evenly spread.</summary>
    private static void Box(ReadOnlySpan<float> source, int rows, int columns, Span<float> target, int kept)
    {
        var window = (rows + (2 * Side) - 1) / (2 * Side);
        var ahead = (window + 2) / 2;
        var line = ArrayPool<float>.Shared.Rent(columns * 2);
        try
        {
            line.AsSpan(0, columns * 2).Clear();
            var sum = line.AsSpan(0, columns);
            var zeros = line.AsSpan(columns, columns);
            var (size, entering, leaving, next) = (0, 0, 0, 0);
            for (; size < ahead - 1; size++)
                Slide(sum, source.Slice(entering++ * columns, columns), zeros);
            for (var row = 0; row < rows; row++)
            {
                var (hasMore, isFull) = (entering < rows, row > window - ahead);
                Slide(
                    sum,
                    hasMore ? source.Slice(entering++ * columns, columns) : zeros,
                    isFull ? source.Slice(leaving++ * columns, columns) : zeros);
                size += (hasMore ? 1 : 0) - (isFull ? 1 : 0);
                for (; next < kept && Middle(next, rows, kept) == row; next++)
                    Divide(sum, size, target.Slice(next * columns, columns));
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(line);
        }
    }

    /// <summary>Where the middle of a kept row lies among all rows.</summary>
    private static int Middle(int row, int rows, int kept) => (int)((row + 0.5) * rows / kept);

    private static void Slide(Span<float> sum, ReadOnlySpan<float> entering, ReadOnlySpan<float> leaving)
    {
        var at = 0;
        for (; at <= sum.Length - Vector256<float>.Count; at += Vector256<float>.Count)
            (Vector256.Create(sum[at..]) + Vector256.Create(entering[at..]) - Vector256.Create(leaving[at..])).CopyTo(sum[at..]);
        for (; at < sum.Length; at++)
            sum[at] = sum[at] + entering[at] - leaving[at];
    }

    private static void Divide(ReadOnlySpan<float> sum, int size, Span<float> target)
    {
        var at = 0;
        for (; at <= sum.Length - Vector256<float>.Count; at += Vector256<float>.Count)
            (Vector256.Create(sum[at..]) / Vector256.Create((float)size)).CopyTo(target[at..]);
        for (; at < sum.Length; at++)
            target[at] = sum[at] / size;
    }
}
