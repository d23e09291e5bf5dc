namespace Terjaga.Accounts;

/// <summary>What an officer is there for. Four roles carry a case, each one step of it; others look after people, data and rules; the administrator sees no case.</summary>
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

    /// <summary>Answers for people in danger: takes their cases first, and says whether a removal could harm a rescue.</summary>
    VictimProtection,

    /// <summary>Answers for personal data: opens what is sealed as a second person, and destroys what the law says.</summary>
    PrivacyOfficer,

    /// <summary>Reads everything that was decided and changes nothing.</summary>
    Auditor,

    /// <summary>Invites officers and looks after the machine.</summary>
    Administrator,
}
