namespace Terjaga.Casework;

/// <summary>What KP2MI finds an offer to be. Said of an offer and its words, never of a person.</summary>
public enum Verdict
{
    /// <summary>It says what is not so.</summary>
    Deceptive,

    /// <summary>Whoever offers may not place workers, or not this way.</summary>
    UnlawfulPlacement,

    /// <summary>A lawful vacancy.</summary>
    Lawful,

    /// <summary>No offer of work: a question, news, a warning.</summary>
    NotAnOffer,

    /// <summary>What is known does not tell.</summary>
    CannotTell,
}
