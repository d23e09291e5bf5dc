namespace Terjaga.Evidence;

/// <summary>What a look at an item said.</summary>
public enum ItemState
{
    /// <summary>The site answered with the content.</summary>
    There,

    /// <summary>The site itself said that there is nothing (404, 410 or 451).</summary>
    Gone,

    /// <summary>No answer, or one that says neither; a site that is down is not gone.</summary>
    Unknown,
}
