namespace Terjaga.Evidence.Custody;

/// <summary>What was done with evidence.</summary>
public enum CustodyAct
{
    /// <summary>Taken from where it was found, or handed in by a reporter.</summary>
    Captured,

    /// <summary>Shown to an officer.</summary>
    Viewed,

    /// <summary>Written into a package for use outside.</summary>
    Exported,

    /// <summary>Went to a recipient with an order.</summary>
    Sent,

    /// <summary>A part of it was made unreadable for good.</summary>
    Redacted,

    /// <summary>Its key or its bytes are gone because the law asked.</summary>
    Destroyed,
}
