namespace Terjaga.Casework;

/// <summary>What can happen to a case file, as its events call it, and what each makes of its state.</summary>
/// <remarks>
/// <code>
/// opened ─► New ─ verified ─► Verified ─ handed-over ─► HandedOver ─ ordered ─► Ordered ─ partly-gone ─► PartlyGone
///          │   ▲                                           ▲                       │                         │
///  dismissed   reopened                                    │                       └───────── gone ──────────┴─► Gone
///          ▼   │                                           └───────────── item-joined, from these three ───────────┘
///        Dismissed
/// </code>
/// The state of a case file is always what its events in order make of it; a test replays them.
/// </remarks>
internal static class CaseEvents
{
    public const string Opened = "case.opened";
    public const string ReportJoined = "case.report-joined";
    public const string ItemJoined = "case.item-joined";
    public const string Verified = "case.verified";
    public const string Dismissed = "case.dismissed";

    /// <summary>Somebody who may be in danger reports what was dismissed: people must look again.</summary>
    public const string Reopened = "case.reopened";
    public const string HandedOver = "case.handed-over";
    public const string OrdersDrafted = "case.orders-drafted";
    public const string OrdersSigned = "case.orders-signed";
    public const string Ordered = "case.ordered";
    public const string PartlyGone = "case.partly-gone";
    public const string Gone = "case.gone";

    /// <summary>It became part of another case, and stands by itself again.</summary>
    public const string Merged = "case.merged", Parted = "case.parted";

    /// <summary>Another case became part of it by the machine, or by a person; and left it.</summary>
    public const string CaseJoined = "case.case-joined", CaseTaken = "case.case-taken", CaseLeft = "case.case-left";

    /// <summary>Offers came from another case, and went to one.</summary>
    public const string OffersCame = "case.offers-came", OffersLeft = "case.offers-left";

    /// <summary>An officer took its indicators out; the reason names the format.</summary>
    public const string Exported = "case.exported";

    /// <summary>An officer took its evidence out as a package, and destroyed it because the law asks for it.</summary>
    public const string EvidenceExported = "case.evidence-exported", EvidenceDestroyed = "case.evidence-destroyed";

    /// <summary>A person said that what was proposed does not belong to it.</summary>
    public const string LinkRefused = "case.link-refused";

    /// <summary>What had joined and changed the state is undone: the case is again where it was.</summary>
    private const string Restored = "case.restored-";

    /// <summary>A listed company is told that its name is used; says nothing about the state.</summary>
    public const string AgencyTold = "case.agency-told";

    /// <summary>The event by which a case is again in a state that it had; null for a state that does not come back this way.</summary>
    public static string? RestoredTo(CaseState state) =>
        state is CaseState.Dismissed or CaseState.Ordered or CaseState.PartlyGone or CaseState.Gone ? Restored + state.ToString().ToLowerInvariant() : null;

    /// <summary>Whether orders wait for a signature after an event.</summary>
    public static bool IsDrafted(bool isDrafted, string kind) => kind switch
    {
        OrdersDrafted => true,
        OrdersSigned or Ordered or HandedOver => false,
        _ => isDrafted,
    };

    /// <summary>The state after an event; an event that says nothing about the state leaves it.</summary>
    public static CaseState Next(CaseState state, string kind) => kind switch
    {
        Opened => CaseState.New,
        Verified => CaseState.Verified,
        Dismissed => CaseState.Dismissed,
        HandedOver => CaseState.HandedOver,
        Ordered => CaseState.Ordered,
        PartlyGone when state is CaseState.Ordered => CaseState.PartlyGone,
        Gone => CaseState.Gone,
        Reopened when state is CaseState.Dismissed => CaseState.New,
        ItemJoined when state is CaseState.Ordered or CaseState.PartlyGone or CaseState.Gone =>
            CaseState.HandedOver,
        Restored + "dismissed" => CaseState.Dismissed,
        Restored + "ordered" => CaseState.Ordered,
        Restored + "partlygone" => CaseState.PartlyGone,
        Restored + "gone" => CaseState.Gone,
        _ => state,
    };
}
