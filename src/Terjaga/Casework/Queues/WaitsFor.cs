namespace Terjaga.Casework.Queues;

/// <summary>Whose turn it is with a case: one role of a ministry, the recipients of its orders, or nobody.</summary>
public enum WaitsFor
{
    Kp2miAnalyst,
    Kp2miApprover,
    KomdigiOfficer,
    KomdigiApprover,

    /// <summary>The orders are out.</summary>
    Recipient,

    /// <summary>The case is closed.</summary>
    Nobody,
}
