namespace Terjaga.Casework;

/// <summary>How far people have come with a case file.</summary>
public enum CaseState
{
    /// <summary>Waits for KP2MI to verify or dismiss it.</summary>
    New,

    /// <summary>KP2MI found it to be a deceptive or unlawful offer; waits to be handed over.</summary>
    Verified,

    /// <summary>KP2MI found nothing to act on.</summary>
    Dismissed,

    /// <summary>Komdigi has it; at least one item waits for an order.</summary>
    HandedOver,

    /// <summary>Komdigi has taken it up and reviews what the law says.</summary>
    UnderReview,

    /// <summary>Komdigi asked something; waits for KP2MI to answer or to dismiss it.</summary>
    Returned,

    /// <summary>Every item has an order.</summary>
    Ordered,

    /// <summary>Some items are confirmed gone, and not all.</summary>
    PartlyGone,

    /// <summary>Every item that was ordered down is confirmed gone.</summary>
    Gone,

    /// <summary>An officer ended it, and said how it came out.</summary>
    Closed,

    /// <summary>The decision is reversed; waits for Komdigi to put right what was taken away already.</summary>
    Correcting,
}
