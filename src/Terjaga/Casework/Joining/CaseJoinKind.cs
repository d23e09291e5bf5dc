namespace Terjaga.Casework.Joining;

/// <summary>What was done with cases.</summary>
public enum CaseJoinKind
{
    /// <summary>A whole case became part of another.</summary>
    Merge,

    /// <summary>Offers went from one case to another.</summary>
    Move,

    /// <summary>Offers went into a case of their own.</summary>
    Split,
}
