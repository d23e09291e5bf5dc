namespace Terjaga.Takedown.Replies;

/// <summary>What the words of an answer seem to say about the content. A hint for the officer; it decides nothing.</summary>
public enum SaidOutcome
{
    Nothing,
    Removed,
    Refused,
    Asks,

    /// <summary>Words for removed and for refused stand in it.</summary>
    Unclear,
}
