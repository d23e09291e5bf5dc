namespace Terjaga.Casework.Joining;

/// <summary>What came of a link.</summary>
public enum CaseLinkState
{
    /// <summary>Waits for a person, as long as its two reports are in different cases.</summary>
    Proposed,

    /// <summary>Joined the cases of its reports.</summary>
    Joined,

    /// <summary>A person said that the two do not belong together: the machine does not join their cases again.</summary>
    Refused,
}
