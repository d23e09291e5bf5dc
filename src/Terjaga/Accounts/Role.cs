namespace Terjaga.Accounts;

/// <summary>What an officer is there for. Four roles carry a case, each one step of it; the fifth sees no case.</summary>
public enum Role
{
    /// <summary>Verifies a case, or dismisses it.</summary>
    Kp2miAnalyst,

    /// <summary>Hands a verified case over to Komdigi.</summary>
    Kp2miApprover,

    /// <summary>Drafts the order to a recipient.</summary>
    KomdigiOfficer,

    /// <summary>Signs an order; it is sent then.</summary>
    KomdigiApprover,

    /// <summary>Invites officers and looks after the machine.</summary>
    Administrator,
}
