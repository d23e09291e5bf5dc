namespace Terjaga.Screening.Model;

/// <summary>Brings the sum of a head's weights to the logarithm of the odds.</summary>
/// <param name="Slope">Log-odds for each unit of the sum; 0 for a head that was not trained.</param>
/// <param name="Constant">Log-odds of a text of which the model knows nothing.</param>
public sealed record HeadFit(double Slope, double Constant)
{
    /// <summary>A head that nobody trained is sure of nothing and says no.</summary>
    public static readonly HeadFit Untrained = new(0, -20);

    public bool IsTrained => Slope > 0;
}
