namespace Terjaga.App.Literacy;

/// <summary>What an approver decides about a warning to the public.</summary>
internal enum WarningDecision
{
    /// <summary>As somebody else proposed it.</summary>
    Publish,

    /// <summary>Nobody is warned by this proposal.</summary>
    TurnDown,

    /// <summary>A warning that stands is taken back.</summary>
    Withdraw,
}
