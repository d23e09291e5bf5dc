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

    /// <summary>Seeing who can be ordered to take content away; no case.</summary>
    SeeRecipients,

    /// <summary>Allowing that notices go out to a recipient.</summary>
    EnableRecipients,

    /// <summary>Giving a recipient a key to its orders: it opens them, as an address does to which they are sent.</summary>
    GiveRecipientKeys,

    /// <summary>Handing over a letter that no machine sends, and writing that down.</summary>
    DeliverLetters,

    EditLegalBases,
    TakeModels,
    SeeWork,

    /// <summary>The figures of the desk: counts and times, no case.</summary>
    SeeFigures,

    RetryWork,
    InviteOfficers,

    /// <summary>The own account: passkeys, codes, password, sessions. The one that is open before a second factor is set up.</summary>
    OwnAccount,

    DecideLists,
    EditPartners,
    LinkOffers,
    WarnPublic,
    DestroyEvidence,

    /// <summary>One decision about several cases; each step of it asks for its own duty besides.</summary>
    DecideSeveral,

    /// <summary>Ending a case with an outcome.</summary>
    CloseCase,

    WriteNotes,

    /// <summary>Writing down that somebody objects, and deciding about it; never the same person who decided before.</summary>
    RecordAppeal,
    DecideAppeal,

    /// <summary>Saying which ministry sees what.</summary>
    EditSharing,

    /// <summary>Reading what is known of people in danger, without what is sealed.</summary>
    ReadDanger,

    AnswerDanger,

    /// <summary>Seeing who asked for a sealed contact and what came of it, never the contact.</summary>
    SeeOpenings,

    /// <summary>Asking for a sealed contact, and reading it after a second person agreed.</summary>
    AskOpening,

    /// <summary>Agreeing, as the second person, that a sealed contact is opened.</summary>
    DecideOpening,
}
