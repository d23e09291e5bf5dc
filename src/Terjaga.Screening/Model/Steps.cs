using System.Numerics;

namespace Terjaga.Screening.Model;

/// <summary>Weights as whole steps, so that all numbers of a bucket are one short read.</summary>
internal static class Steps
{
    /// <param name="lanes">How many numbers a bucket has; each has steps of its own.</param>
    /// <param name="scales">By number of a bucket: what one step is worth.</param>
    public static T[] Of<T>(float[] table, int lanes, out float[] scales)
        where T : IBinaryInteger<T>, IMinMaxValue<T>
    {
        var most = float.CreateChecked(T.MaxValue);
        var worth = new float[lanes];
        for (var i = 0; i < table.Length; i++)
            worth[i % lanes] = Math.Max(worth[i % lanes], Math.Abs(table[i]) / most);
        scales = worth;
        var steps = new T[table.Length];
        for (var i = 0; i < table.Length; i++)
            steps[i] = worth[i % lanes] > 0 ? T.CreateSaturating(MathF.Round(table[i] / worth[i % lanes])) : T.Zero;
        return steps;
    }
}
