namespace Terjaga.Screening.Images.Pdq;

/// <summary>Tells what a picture looks like, as the published PDQ hasher does, bit for bit.</summary>
/// <remarks>
/// Facebook, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm", 2019, chapter "PDQ". Two passes of
/// a box filter, 64 by 64 dots, 16 by 16 waves, a bit for each that is stronger than the middle one.
/// </remarks>
public static class PdqHasher
{
    /// <summary>Shortest side of a picture that has a hash, in dots; a smaller one has no bit set and quality 0.</summary>
    public const int MinSide = 5;

    /// <summary>The published rule: steps between neighbours in hundredths of the range of brightness, and how many of them make one point.</summary>
    private const int Steps = 100, Range = 255, StepsPerPoint = 90, MaxQuality = 100;

    private const int Side = TentFilter.Side, Waves = Cosines.Count;

    /// <param name="luma">0 to 255, row by row.</param>
    public static PdqReading Read(ReadOnlySpan<float> luma, int width, int height)
    {
        if (width < MinSide || height < MinSide)
            return new PdqReading(default, 0);
        Span<float> strength = stackalloc float[Waves * Waves];
        var quality = Measure(luma, width, height, strength);
        return new PdqReading(Compare(strength), quality);
    }

    /// <summary>The hashes of the picture as it is and turned in each way, in the order of <see cref="PdqOrientation"/>.</summary>
    /// <param name="luma">0 to 255, row by row.</param>
    public static IReadOnlyList<PdqReading> ReadTurned(ReadOnlySpan<float> luma, int width, int height)
    {
        var orientations = Enum.GetValues<PdqOrientation>();
        if (width < MinSide || height < MinSide)
            return [.. orientations.Select(_ => new PdqReading(default, 0))];
        Span<float> strength = stackalloc float[Waves * Waves];
        Span<float> turned = stackalloc float[Waves * Waves];
        var quality = Measure(luma, width, height, strength);
        var readings = new PdqReading[orientations.Length];
        foreach (var orientation in orientations)
        {
            Turn(strength, orientation, turned);
            readings[(int)orientation] = new PdqReading(Compare(turned), quality);
        }

        return readings;
    }

    private static int Measure(ReadOnlySpan<float> luma, int width, int height, Span<float> strength)
    {
        Span<float> small = stackalloc float[Side * Side];
        if (width == Side && height == Side)
            luma[..small.Length].CopyTo(small);
        else
            TentFilter.Shrink(luma, width, height, small);
        Cosines.Of(small, strength);
        return Quality(small);
    }

    private static int Quality(ReadOnlySpan<float> small)
    {
        var steps = 0;
        for (var at = 0; at < small.Length; at++)
        {
            if (at < small.Length - Side)
                steps += Step(small[at], small[at + Side]);
            if (at % Side != Side - 1)
                steps += Step(small[at], small[at + 1]);
        }

        return Math.Min(MaxQuality, steps / StepsPerPoint);
    }

    private static int Step(float one, float other) => Math.Abs((int)((one - other) * Steps / Range));

    private static PdqHash Compare(ReadOnlySpan<float> strength)
    {
        Span<float> sorted = stackalloc float[Waves * Waves];
        strength.CopyTo(sorted);
        sorted.Sort();
        var middle = sorted[(sorted.Length / 2) - 1];
        Span<ulong> words = stackalloc ulong[PdqHash.BitCount / 64];
        words.Clear();
        for (var bit = 0; bit < strength.Length; bit++)
        {
            if (strength[bit] > middle)
                words[bit / 64] |= 1UL << (bit % 64);
        }

        return new PdqHash(words[0], words[1], words[2], words[3]);
    }

    /// <summary>
    /// Turning a picture exchanges its waves or changes their sign: every other wave is odd about the middle.
    /// </summary>
    private static void Turn(ReadOnlySpan<float> strength, PdqOrientation orientation, Span<float> turned)
    {
        var isTransposed = orientation is PdqOrientation.Turned90 or PdqOrientation.Turned270
            or PdqOrientation.Transposed or PdqOrientation.TransposedAcross;
        var flipsDown = orientation is PdqOrientation.Turned90 or PdqOrientation.Turned180
            or PdqOrientation.UpsideDown or PdqOrientation.TransposedAcross;
        var flipsAlong = orientation is PdqOrientation.Turned270 or PdqOrientation.Turned180
            or PdqOrientation.Mirrored or PdqOrientation.TransposedAcross;
        for (var down = 0; down < Waves; down++)
        {
            for (var along = 0; along < Waves; along++)
            {
                var value = isTransposed ? strength[(along * Waves) + down] : strength[(down * Waves) + along];
                // Waves count from 1, so the even places hold the odd waves.
                var isOpposite = (flipsDown && down % 2 == 0) != (flipsAlong && along % 2 == 0);
                turned[(down * Waves) + along] = isOpposite ? -value : value;
            }
        }
    }
}
