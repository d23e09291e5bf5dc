using System.Collections.Frozen;

namespace Terjaga.Casework;

/// <summary>The one table of what can happen to a case in which state, and where it leads; docs/flow.md prints it and a test reads it.</summary>
/// <remarks>A kind of event that no row names says nothing about the state, and can happen in each: a link refused, a package taken out.</remarks>
internal static class CaseFlow
{
    /// <summary>One row: in a state, an event, the state after it.</summary>
    public sealed record Step(CaseState From, string Kind, CaseState To);

    private static readonly CaseState[] _all = Enum.GetValues<CaseState>();

    private static readonly CaseState[] _ordered = [CaseState.Ordered, CaseState.PartlyGone];

    private static readonly CaseState[] _atKomdigi = [CaseState.HandedOver, CaseState.UnderReview];

    public static IReadOnlyList<Step> Steps { get; } =
    [
        new(CaseState.New, CaseEvents.Opened, CaseState.New),
        .. Lead(CaseEvents.Verified, CaseState.Verified, CaseState.New),
        .. Lead(CaseEvents.Dismissed, CaseState.Dismissed, CaseState.New, CaseState.Returned),
        .. Lead(CaseEvents.HandedOver, CaseState.HandedOver, CaseState.Verified),
        .. Lead(CaseEvents.Accepted, CaseState.UnderReview, CaseState.HandedOver),
        .. Lead(CaseEvents.Returned, CaseState.Returned, _atKomdigi),
        .. Lead(CaseEvents.Answered, CaseState.HandedOver, CaseState.Returned),
        .. Stay(CaseEvents.Reviewed, CaseState.UnderReview),
        .. Stay(CaseEvents.OrdersDrafted, _atKomdigi),
        .. Stay(CaseEvents.OrdersPartlyDrafted, _atKomdigi),
        .. Stay(CaseEvents.OrdersSigned, _atKomdigi),
        .. Lead(CaseEvents.Ordered, CaseState.Ordered, _atKomdigi),

        // What the machine sees gone is told in any state: orders go on after an appeal and beside new places.
        .. Lead(CaseEvents.PartlyGone, CaseState.PartlyGone, CaseState.Ordered),
        .. Stay(CaseEvents.PartlyGone, [.. _all.Except([CaseState.Ordered])]),
        .. Lead(CaseEvents.Gone, CaseState.Gone, _ordered),

        // A place without an order brings back what was ordered or ended; who may be in danger brings back what people had put away.
        .. Lead(CaseEvents.ItemJoined, CaseState.HandedOver, [.. _ordered, CaseState.Gone, CaseState.Closed]),
        .. Stay(CaseEvents.ItemJoined, CaseState.New, CaseState.Verified, CaseState.Dismissed, CaseState.HandedOver, CaseState.UnderReview, CaseState.Returned, CaseState.Correcting),
        .. Lead(CaseEvents.CameBack, CaseState.HandedOver, [.. _ordered, CaseState.Gone, CaseState.Closed]),
        .. Stay(CaseEvents.CameBack, [.. _all.Except([.. _ordered, CaseState.Gone, CaseState.Closed])]),
        .. Lead(CaseEvents.Reopened, CaseState.New, CaseState.Dismissed),
        .. Lead(CaseEvents.Reopened, CaseState.HandedOver, CaseState.Closed),

        // Nothing was left to order when the letters should go: Komdigi looks again, and may end it.
        .. Lead(CaseEvents.NothingToSend, CaseState.HandedOver, CaseState.Ordered),

        .. Close(CaseOutcome.Removed, CaseState.Gone),
        .. Close(CaseOutcome.PartlyRemoved, CaseState.PartlyGone),
        .. Close(CaseOutcome.Refused, _ordered),
        .. Close(CaseOutcome.NoAnswer, _ordered),
        .. Close(CaseOutcome.NothingToActOn, _atKomdigi),

        // What an upheld objection cannot take back by itself waits for Komdigi, and is then where the objection led.
        .. Lead(CaseEvents.AppealUpheld, CaseState.Dismissed, [.. _all.Except([CaseState.Correcting])]),
        .. Stay(CaseEvents.AppealUpheld, CaseState.Correcting),
        .. Lead(CaseEvents.CorrectionDue, CaseState.Correcting, CaseState.Dismissed),
        .. Lead(CaseEvents.Corrected, CaseState.Dismissed, CaseState.Correcting),

        // A decision is taken back while nothing has followed from it; none of these leads from before a verification to after it.
        .. Undo(CaseState.New, CaseState.Verified, CaseState.Dismissed),
        .. Undo(CaseState.Verified, CaseState.HandedOver),
        .. Undo(CaseState.HandedOver, CaseState.UnderReview, CaseState.Returned, CaseState.Closed),
        .. Undo(CaseState.UnderReview, CaseState.UnderReview, CaseState.Returned, CaseState.Closed),
        .. Undo(CaseState.Returned, CaseState.HandedOver),
        .. Undo(CaseState.Ordered, CaseState.Closed),
        .. Undo(CaseState.PartlyGone, CaseState.Closed),
        .. Undo(CaseState.Gone, CaseState.Closed),

        .. Restore(CaseState.Dismissed, CaseState.New),
        .. Restore(CaseState.Ordered, CaseState.HandedOver),
        .. Restore(CaseState.PartlyGone, CaseState.HandedOver),
        .. Restore(CaseState.Gone, CaseState.HandedOver),
        .. Restore(CaseState.Closed, CaseState.HandedOver),
    ];

    private static readonly FrozenDictionary<(CaseState From, string Kind), CaseState> _next = Steps.ToFrozenDictionary(s => (s.From, s.Kind), s => s.To);

    private static readonly FrozenSet<string> _kinds = Steps.Select(s => s.Kind).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The state after an event; null where it cannot happen in this state.</summary>
    public static CaseState? Next(CaseState state, string kind) =>
        _next.TryGetValue((state, kind), out var next) ? next : _kinds.Contains(kind) ? null : state;

    public static bool Allows(CaseState state, string kind) => Next(state, kind) is not null;

    /// <summary>The state to which the undo of a decision leads that made a case of one state another.</summary>
    /// <remarks>
    /// Whatever a dismissal ended, KP2MI verifies anew: a way from Dismissed to what comes after the verification would be one
    /// past it, for the table does not know where a dismissed case came from.
    /// </remarks>
    public static CaseState BackFrom(CaseState state, CaseState before) => state == CaseState.Dismissed ? CaseState.New : before;

    /// <summary>The outcomes with which a case can be ended in a state.</summary>
    public static IEnumerable<CaseOutcome> OutcomesIn(CaseState state) =>
        Enum.GetValues<CaseOutcome>().Where(outcome => Allows(state, CaseEvents.Closed(outcome)));

    private static IEnumerable<Step> Lead(string kind, CaseState to, params CaseState[] from) => from.Select(state => new Step(state, kind, to));

    private static IEnumerable<Step> Stay(string kind, params CaseState[] states) => states.Select(state => new Step(state, kind, state));

    private static IEnumerable<Step> Close(CaseOutcome outcome, params CaseState[] from) => Lead(CaseEvents.Closed(outcome), CaseState.Closed, from);

    private static IEnumerable<Step> Undo(CaseState to, params CaseState[] from) => Lead(CaseEvents.UndoneTo(to), to, from);

    private static IEnumerable<Step> Restore(CaseState to, CaseState from) =>
        CaseEvents.RestoredTo(to) is { } kind ? Lead(kind, to, from) : throw new InvalidOperationException($"{to} does not come back.");
}
