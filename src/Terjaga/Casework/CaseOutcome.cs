namespace Terjaga.Casework;

/// <summary>How a case came out, when an officer ends it.</summary>
public enum CaseOutcome
{
    /// <summary>Everything was seen to be gone.</summary>
    Removed,

    /// <summary>Some places were seen to be gone, and the others are given up.</summary>
    PartlyRemoved,

    /// <summary>The recipient refused.</summary>
    Refused,

    /// <summary>The recipient never answered.</summary>
    NoAnswer,

    /// <summary>Komdigi found nothing that it may order.</summary>
    NothingToActOn,
}
