namespace Terjaga.Screening.Model;

/// <summary>Finds the weights of one head.</summary>
/// <remarks>
/// Dual coordinate descent for the L2-loss linear support vector machine: Hsieh, Chang, Lin, Keerthi, Sundararajan 2008,
/// "A Dual Coordinate Descent Method for Large-scale Linear SVM", algorithm 1. The order is drawn from a fixed seed, so
/// that the same rows give the same weights.
/// </remarks>
internal static class LinearTrainer
{
    private const int MaxRounds = 60;

    /// <summary>Largest change of a round, in the units of the gradient, at which the search ends.</summary>
    private const double Enough = 0.05;

    /// <summary>What a text with features gives for the head's constant.</summary>
    public const float Constant = 1f;

    /// <summary>Weights by bucket, and the constant.</summary>
    /// <param name="rows">Buckets with values, sorted or not; each bucket once a row.</param>
    /// <param name="isPositive">By row.</param>
    /// <param name="costs">By row: how much an error on it costs.</param>
    public static (float[] Weights, float Bias) Train(
        IReadOnlyList<SparseRow> rows, IReadOnlyList<bool> isPositive, IReadOnlyList<double> costs, int buckets)
    {
        var weights = new float[buckets];
        var bias = 0f;
        var alphas = new double[rows.Count];
        var norms = rows.Select(row => row.Values.Sum(v => (double)v * v) + (Constant * Constant)).ToArray();
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var seed = 12345u;
        for (var round = 0; round < MaxRounds; round++)
        {
            Shuffle(order, ref seed);
            var largest = 0.0;
            foreach (var i in order)
            {
                var (sign, slack) = (isPositive[i] ? 1f : -1f, 1 / (2 * costs[i]));
                var gradient = (sign * (rows[i].Dot(weights) + (bias * Constant))) - 1 + (alphas[i] * slack);
                if (alphas[i] == 0 && gradient >= 0)
                    continue;
                largest = Math.Max(largest, Math.Abs(gradient));
                var alpha = Math.Max(alphas[i] - (gradient / (norms[i] + slack)), 0);
                var change = (float)((alpha - alphas[i]) * sign);
                alphas[i] = alpha;
                if (change == 0)
                    continue;
                rows[i].AddTo(weights, change);
                bias += change * Constant;
            }

            if (largest < Enough)
                break;
        }

        return (weights, bias);
    }

    private static void Shuffle(int[] order, ref uint seed)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            seed ^= seed << 13;
            seed ^= seed >> 17;
            seed ^= seed << 5;
            var j = (int)(seed % (uint)(i + 1));
            (order[i], order[j]) = (order[j], order[i]);
        }
    }
}
