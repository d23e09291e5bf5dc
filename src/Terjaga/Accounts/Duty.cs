namespace Terjaga.Accounts;

/// <summary>What can be done on the desk, one by one; <see cref="Authority"/> says who may.</summary>
public enum Duty
{
    ReadCases,
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
