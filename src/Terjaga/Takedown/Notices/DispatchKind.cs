namespace Terjaga.Takedown.Notices;

/// <summary>What a dispatch tells its recipient.</summary>
public enum DispatchKind
{
    /// <summary>To take content away.</summary>
    Order,

    /// <summary>That such orders hold no longer.</summary>
    Withdrawal,
}
