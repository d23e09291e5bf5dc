using System.Numerics;
using System.Runtime.Intrinsics;

namespace Terjaga.Screening.Similarity;

/// <summary>Guesses the resemblance of two sets of shingles from one byte of each of 256 parts of them.</summary>
/// <remarks>
/// One-permutation hashing with empty parts left out of the count: Li, Owen, Zhang 2012, "One Permutation Hashing"; one byte of
/// each least value: Li, König 2010, "b-Bit Minwise Hashing". The guess of a resemblance of 0.3 errs by 0.03 (one standard deviation).
/// </remarks>
internal static class LetterSketch
{
    /// <summary>Parts, and bytes.</summary>
    public const int Length = 256;

    /// <summary>What stands for a part without a shingle.</summary>
    private const byte Empty = 0;

    /// <summary>Values of a part that is not empty.</summary>
    private const int Values = byte.MaxValue;

    private const int PartShift = 64 - 8;

    public static void Fill(ReadOnlySpan<ulong> hashes, Span<byte> sketch)
    {
        Span<uint> least = stackalloc uint[Length];
        least.Fill(uint.MaxValue);
        foreach (var hash in hashes)
        {
            ref var part = ref least[(int)(hash >> PartShift)];
            part = Math.Min(part, (uint)hash);
        }

        for (var i = 0; i < Length; i++)
            sketch[i] = least[i] == uint.MaxValue ? Empty : (byte)(1 + (Mixing.Mix(least[i]) % Values));
    }

    /// <summary>0 to 1; 0 where both are empty.</summary>
    public static double Resemblance(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var (same, empty) = (0, 0);
        for (var at = 0; at < Length; at += Vector256<byte>.Count)
        {
            var (a, b) = (Vector256.Create(first[at..]), Vector256.Create(second[at..]));
            same += BitOperations.PopCount(Vector256.Equals(a, b).ExtractMostSignificantBits());
            empty += BitOperations.PopCount(Vector256.Equals(a | b, Vector256<byte>.Zero).ExtractMostSignificantBits());
        }

        // Of parts that differ, one in so many has the same byte by chance.
        var share = empty == Length ? 0 : (double)(same - empty) / (Length - empty);
        return Math.Max(0, (share - (1.0 / Values)) / (1 - (1.0 / Values)));
    }
}
