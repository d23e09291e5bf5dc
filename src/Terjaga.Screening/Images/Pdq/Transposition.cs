using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>Exchanges rows and columns of a picture.</summary>
internal static class Transposition
{
    /// <summary>Rows and columns that are taken together: as many numbers as a line of the cache holds.</summary>
    private const int Tile = 16;

    /// <summary>Numbers in a vector, and vectors in a block.</summary>
    private const int Block = 4;

    public static void Run(ReadOnlySpan<float> source, int rows, int columns, Span<float> target)
    {
        if (source.Length < rows * columns || target.Length < rows * columns)
            throw new ArgumentException("A picture has fewer dots than its size says.", nameof(source));
        for (var top = 0; top < rows; top += Tile)
        {
            for (var left = 0; left < columns; left += Tile)
                RunTile(source, rows, columns, target, top, left);
        }
    }

    private static void RunTile(ReadOnlySpan<float> source, int rows, int columns, Span<float> target, int top, int left)
    {
        var (bottom, right) = (Math.Min(rows, top + Tile), Math.Min(columns, left + Tile));
        if (Sse.IsSupported && bottom - top == Tile && right - left == Tile)
        {
            for (var row = top; row < bottom; row += Block)
            {
                for (var column = left; column < right; column += Block)
                {
                    RunBlock(
                        ref MemoryMarshal.GetReference(source[((row * columns) + column)..]), (nuint)columns,
                        ref MemoryMarshal.GetReference(target[((column * rows) + row)..]), (nuint)rows);
                }
            }

            return;
        }

        for (var column = left; column < right; column++)
        {
            for (var row = top; row < bottom; row++)
                target[(column * rows) + row] = source[(row * columns) + column];
        }
    }

    private static void RunBlock(ref float source, nuint sourceLine, ref float target, nuint targetLine)
    {
        var (first, second) = (Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, sourceLine));
        var (third, fourth) = (Vector128.LoadUnsafe(ref source, 2 * sourceLine), Vector128.LoadUnsafe(ref source, 3 * sourceLine));
        var (upperLow, upperHigh) = (Sse.UnpackLow(first, second), Sse.UnpackHigh(first, second));
        var (lowerLow, lowerHigh) = (Sse.UnpackLow(third, fourth), Sse.UnpackHigh(third, fourth));
        Sse.MoveLowToHigh(upperLow, lowerLow).StoreUnsafe(ref target);
        Sse.MoveHighToLow(lowerLow, upperLow).StoreUnsafe(ref target, targetLine);
        Sse.MoveLowToHigh(upperHigh, lowerHigh).StoreUnsafe(ref target, 2 * targetLine);
        Sse.MoveHighToLow(lowerHigh, upperHigh).StoreUnsafe(ref target, 3 * targetLine);
    }
}
