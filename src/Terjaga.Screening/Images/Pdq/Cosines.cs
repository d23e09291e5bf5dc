using System.Runtime.Intrinsics;

namespace Terjaga.Screening.Images.Pdq;

/// <summary>The sixteen slowest waves of a small picture in each direction, without the constant one.</summary>
/// <remarks>Two-dimensional DCT-II; the order of the additions is that of the published program.</remarks>
internal static class Cosines
{
    /// <summary>Waves in each direction.</summary>
    public const int Count = 16;

    private const int Side = TentFilter.Side;

    /// <summary>By place, then by wave.</summary>
    private static readonly float[] _waves = Waves();

    /// <param name="small">64 by 64, row by row.</param>
    /// <param name="strength">16 by 16: by the wave from top to bottom, then by that from left to right.</param>
    public static void Of(ReadOnlySpan<float> small, Span<float> strength)
    {
        Span<float> half = stackalloc float[Count * Side];
        for (var wave = 0; wave < Count; wave++)
        {
            for (var column = 0; column < Side; column += Vector256<float>.Count)
            {
                var sum = Vector256<float>.Zero;
                for (var row = 0; row < Side; row++)
                    sum += Vector256.Create(_waves[(row * Count) + wave]) * Vector256.Create(small[((row * Side) + column)..]);
                sum.CopyTo(half[((wave * Side) + column)..]);
            }
        }

        for (var down = 0; down < Count; down++)
        {
            for (var along = 0; along < Count; along += Vector256<float>.Count)
            {
                var sum = Vector256<float>.Zero;
                for (var column = 0; column < Side; column++)
                    sum += Vector256.Create(half[(down * Side) + column]) * Vector256.Create(_waves.AsSpan((column * Count) + along));
                sum.CopyTo(strength[((down * Count) + along)..]);
            }
        }
    }

    private static float[] Waves()
    {
        var waves = new float[Side * Count];
        // Rounded before it is used, as in the published program: blank pictures show the difference.
        var scale = (float)Math.Sqrt(2.0 / Side);
        for (var place = 0; place < Side; place++)
        {
            for (var wave = 0; wave < Count; wave++)
                waves[(place * Count) + wave] = (float)(scale * Math.Cos(Math.PI / 2 / Side * (wave + 1) * ((2 * place) + 1)));
        }

        return waves;
    }
}
