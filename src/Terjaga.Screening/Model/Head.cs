namespace Terjaga.Screening.Model;

/// <summary>What the model tells of a text beside its context.</summary>
public enum Head
{
    /// <summary>A deceptive or unlawful job offer: the score of a screening.</summary>
    Score,

    /// <summary>Any fraud in a message: prizes, loans, borrowed names.</summary>
    Fraud,

    /// <summary>Advertising for online gambling.</summary>
    Gambling,
}
