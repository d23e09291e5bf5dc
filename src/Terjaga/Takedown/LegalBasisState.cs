namespace Terjaga.Takedown;

/// <summary>Whether an order may stand on a rule on a given day.</summary>
public enum LegalBasisState
{
    /// <summary>Its first day has not come.</summary>
    Later,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>Its last day is over.</summary>
    Ended,
}
