namespace Terjaga.Screening.Model;

/// <summary>Turns sums into odds.</summary>
internal static class Calibration
{
    private const int MaxSteps = 100;

    private const double Ridge = 1e-9;

    /// <summary>The slope and constant under which the labels are likeliest.</summary>
    /// <remarks>
    /// Platt 1999, "Probabilistic Outputs for Support Vector Machines", with the targets of that paper, found by Newton's
    /// method as in Lin, Lin, Weng 2007, "A Note on Platt's Probabilistic Outputs".
    /// </remarks>
    public static HeadFit Fit(IReadOnlyList<double> sums, IReadOnlyList<bool> isPositive, IReadOnlyList<double> weights)
    {
        var positive = isPositive.Where(label => label).Count();
        var (high, low) = ((positive + 1.0) / (positive + 2.0), 1.0 / (sums.Count - positive + 2.0));
        var (slope, constant) = (1.0, 0.0);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (g0, g1, h00, h01, h11) = (0.0, 0.0, Ridge, 0.0, Ridge);
            for (var i = 0; i < sums.Count; i++)
            {
                var p = Explanation.Logistic((slope * sums[i]) + constant);
                var (error, curve) = (weights[i] * (p - (isPositive[i] ? high : low)), weights[i] * p * (1 - p));
                (g0, g1) = (g0 + (error * sums[i]), g1 + error);
                (h00, h01, h11) = (h00 + (curve * sums[i] * sums[i]), h01 + (curve * sums[i]), h11 + curve);
            }

            var determinant = (h00 * h11) - (h01 * h01);
            var (d0, d1) = (((h11 * g0) - (h01 * g1)) / determinant, ((h00 * g1) - (h01 * g0)) / determinant);
            (slope, constant) = (Math.Max(slope - d0, Ridge), constant - d1);
            if (Math.Abs(d0) + Math.Abs(d1) < 1e-8)
                break;
        }

        return new HeadFit(slope, constant);
    }
}
