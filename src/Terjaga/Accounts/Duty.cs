namespace Terjaga.Accounts;

/// <summary>What can be done on the desk, one by one; <see cref="Authority"/> says who may.</summary>
public enum Duty
{
    ReadCases,

    /// <summary>Taking a case out of the desk: its evidence, its indicators.</summary>
    TakeOut,

    Verify,
    HandOver,
    DraftOrder,
    SignOrder,
    EditRecipients,
    EditLegalBases,
    TakeModels,
    SeeWork,
    RetryWork,
    InviteOfficers,

    /// <summary>The own account: passkeys, codes, password, sessions. The one that is open before a second factor is set up.</summary>
    OwnAccount,

    DecideLists,
    EditPartners,
    LinkOffers,
    WarnPublic,
    DestroyEvidence,
}
