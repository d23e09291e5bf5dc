namespace Terjaga.Screening;

/// <summary>What else a text is likely to be; each 0 to 1, and 0 where the model was not trained for it.</summary>
/// <param name="Fraud">Any fraud in a message: prizes, loans, borrowed names.</param>
/// <param name="Gambling">Advertising for online gambling.</param>
public sealed record Topics(double Fraud, double Gambling)
{
    public static readonly Topics Unknown = new(0, 0);
}
