namespace Terjaga.Casework;

/// <summary>What can happen to a case file, as its events call it, and what each makes of its state.</summary>
/// <remarks>What each makes of the state stands in <see cref="CaseFlow"/>. The state is always what its events in order make of it; a test replays them.</remarks>
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

    /// <summary>Komdigi takes it up, or gives it back with a question; KP2MI answers.</summary>
    public const string Accepted = "case.accepted", Returned = "case.returned", Answered = "case.answered";

    /// <summary>Komdigi says on which legal basis, in which class and with which urgency it orders.</summary>
    public const string Reviewed = "case.reviewed";

    /// <summary>Somebody whom it concerns objects; an officer who had not decided before agrees, or does not.</summary>
    public const string AppealReceived = "case.appeal-received", AppealUpheld = "case.appeal-upheld", AppealRejected = "case.appeal-rejected";

    /// <summary>An objection was upheld, and what was taken away must be put right by a person; an officer has seen to it.</summary>
    public const string CorrectionDue = "case.correction-due", Corrected = "case.corrected";

    /// <summary>Every recipient that needs an order has a draft; or another one still needs one.</summary>
    public const string OrdersDrafted = "case.orders-drafted", OrdersPartlyDrafted = "case.orders-partly-drafted";
    public const string OrdersSigned = "case.orders-signed";
    public const string Ordered = "case.ordered";
    public const string PartlyGone = "case.partly-gone";
    public const string Gone = "case.gone";

    /// <summary>A place showed nothing any more just before its order went out, and the order ended; and none is left that could go out.</summary>
    public const string GoneBeforeSending = "case.gone-before-sending", NothingToSend = "case.nothing-to-send";

    /// <summary>What was confirmed gone is seen again at its place.</summary>
    public const string CameBack = "case.came-back";

    /// <summary>It became part of another case, and stands by itself again.</summary>
    public const string Merged = "case.merged", Parted = "case.parted";

    /// <summary>Another case became part of it by the machine, or by a person; and left it.</summary>
    public const string CaseJoined = "case.case-joined", CaseTaken = "case.case-taken", CaseLeft = "case.case-left";

    /// <summary>Offers came from another case, and went to one.</summary>
    public const string OffersCame = "case.offers-came", OffersLeft = "case.offers-left";

    /// <summary>A report of somebody in danger joined it: an order that was read before must be read again.</summary>
    public const string DangerJoined = "case.danger-joined";

    /// <summary>Orders must wait because a removal could harm a rescue; and need not.</summary>
    public const string RemovalHeld = "case.removal-held", RemovalFreed = "case.removal-freed";

    /// <summary>An officer took its indicators out; the reason names the format.</summary>
    public const string Exported = "case.exported";

    /// <summary>An officer took its evidence out as a package, and destroyed it because the law asks for it.</summary>
    public const string EvidenceExported = "case.evidence-exported", EvidenceDestroyed = "case.evidence-destroyed";

    /// <summary>An officer took out the package for the next authority; the reason names the recipient.</summary>
    public const string EscalationExported = "case.escalation-exported";

    /// <summary>A person said that what was proposed does not belong to it.</summary>
    public const string LinkRefused = "case.link-refused";

    /// <summary>What had joined and changed the state is undone: the case is again where it was.</summary>
    private const string Restored = "case.restored-";

    /// <summary>A listed company is told that its name is used; says nothing about the state.</summary>
    public const string AgencyTold = "case.agency-told";

    private const string Undone = "case.undone-";

    private const string ClosedAs = "case.closed-";

    /// <summary>The event by which a case is again in a state that it had; null for a state that does not come back this way.</summary>
    public static string? RestoredTo(CaseState state) =>
        state is CaseState.Dismissed or CaseState.Ordered or CaseState.PartlyGone or CaseState.Gone or CaseState.Closed
            ? Restored + state.ToString().ToLowerInvariant()
            : null;

    /// <summary>Whether orders wait for a signature after an event, and nothing more for who drafts.</summary>
    public static bool IsDrafted(bool isDrafted, string kind) => kind switch
    {
        OrdersDrafted => true,
        OrdersPartlyDrafted or OrdersSigned or Ordered or HandedOver or AppealUpheld => false,
        _ => isDrafted,
    };

    /// <summary>The event by which a decision is taken back; <see cref="CaseFlow.BackFrom"/> tells to where.</summary>
    public static string UndoneTo(CaseState state) => Undone + state.ToString().ToLowerInvariant();

    /// <summary>The event by which a case is ended with an outcome.</summary>
    public static string Closed(CaseOutcome outcome) => ClosedAs + outcome switch
    {
        CaseOutcome.Removed => "removed",
        CaseOutcome.PartlyRemoved => "partly-removed",
        CaseOutcome.Refused => "refused",
        CaseOutcome.NoAnswer => "no-answer",
        CaseOutcome.NothingToActOn => "nothing-to-act-on",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>The outcome that an event names; null for one that ends nothing.</summary>
    public static CaseOutcome? OutcomeOf(string kind) => Enum.GetValues<CaseOutcome>().Where(o => Closed(o) == kind).Select(o => (CaseOutcome?)o).FirstOrDefault();

    /// <summary>The state after an event. Throws <see cref="InvalidOperationException"/> where that cannot happen in the state.</summary>
    public static CaseState Next(CaseState state, string kind) =>
        CaseFlow.Next(state, kind) ?? throw new InvalidOperationException($"{kind} cannot happen to a case that is {state}.");
}
