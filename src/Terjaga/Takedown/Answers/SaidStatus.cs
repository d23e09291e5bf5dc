namespace Terjaga.Takedown.Answers;

/// <summary>What a recipient says of one order.</summary>
public enum SaidStatus
{
    /// <summary>It has it.</summary>
    Acknowledged,

    /// <summary>All of it was taken away.</summary>
    Removed,

    /// <summary>Some of it was: the order stays open.</summary>
    Partly,

    /// <summary>It will not be, with a reason.</summary>
    Refused,
}
