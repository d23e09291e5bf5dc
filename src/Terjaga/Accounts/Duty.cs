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

    /// <summary>The figures of the desk: counts and times, no case.</summary>
    SeeFigures,

    RetryWork,
    InviteOfficers,
    DecideLists,
    EditPartners,
    LinkOffers,
    WarnPublic,
    DestroyEvidence,
}
