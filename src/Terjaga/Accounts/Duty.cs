namespace Terjaga.Accounts;

/// <summary>What can be done on the desk, one by one; <see cref="Authority"/> says who may.</summary>
public enum Duty
{
    ReadCases,

    /// <summary>Holding a case, so that no colleague does the same work.</summary>
    ClaimCases,

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
    DecideLists,
    EditPartners,
    LinkOffers,
    WarnPublic,
    DestroyEvidence,
}
