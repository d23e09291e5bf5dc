namespace Terjaga.Takedown.Notices;

/// <summary>What a dispatch tells its recipient.</summary>
public enum DispatchKind
{
    /// <summary>To take content away.</summary>
    Order,

    /// <summary>That the time for doing so is over, and so much more is given.</summary>
    Warning,

    /// <summary>That such orders hold no longer.</summary>
    Withdrawal,
}
