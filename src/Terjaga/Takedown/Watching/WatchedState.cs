namespace Terjaga.Takedown.Watching;

/// <summary>What one look at an ordered place showed of the content that was ordered away.</summary>
public enum WatchedState
{
    /// <summary>The page answers otherwise than was foreseen: it says neither.</summary>
    Unknown,

    /// <summary>What was ordered away is still shown.</summary>
    There,

    /// <summary>The place shows something else, and does not say that anything was removed.</summary>
    Changed,

    /// <summary>The site says that there is nothing.</summary>
    Gone,

    /// <summary>No answer, or that of a site in trouble: what is down is not gone.</summary>
    Unreachable,

    /// <summary>Only who signs in sees what is there; the desk does not.</summary>
    BehindLogin,
}
