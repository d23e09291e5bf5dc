namespace Terjaga.Takedown;

/// <summary>What can happen to an order, as its events call it, and what each makes of its state.</summary>
/// <remarks>
/// <code>
/// drafted ─ signed ─ sent ─┬─ said-removed ─┬─ seen-gone ⇄ seen-there
///                          ├─ refused ──────┤      └─ confirmed-gone
///                          └────────────────┘               └─ came-back        late, withdrawn: at any time before; withdrawn also at the end
/// </code>
/// Answers come in any order: of removed and refused the last counts, and removed in part opens the order again.
/// Nothing that a recipient says makes an order gone: only what the desk has seen. A test replays the events.
/// </remarks>
internal static class OrderEvents
{
    public const string Drafted = "order.drafted";
    public const string Signed = "order.signed";
    public const string Sent = "order.sent";
    public const string SaidRemoved = "order.said-removed";
    public const string Refused = "order.refused";

    /// <summary>The recipient says that it has it; that some of it was removed; that it objects. None of these is an end.</summary>
    public const string Acknowledged = "order.acknowledged", SaidPartly = "order.said-partly", Objected = "order.objected";
    public const string SeenGone = "order.seen-gone";
    public const string SeenThere = "order.seen-there";
    public const string ConfirmedGone = "order.confirmed-gone";

    /// <summary>The place shows something else; what it was asked to take away is not seen, and nothing says that it is gone.</summary>
    public const string SeenChanged = "order.seen-changed";

    /// <summary>The desk does not see the place: no answer, or only for who signs in.</summary>
    public const string NotSeen = "order.not-seen";

    public const string CameBack = "order.came-back";
    public const string Late = "order.late";

    /// <summary>What follows an order that was not obeyed in time: prepared by the clock, released by a person, taken by the recipient's server.</summary>
    public const string StepPrepared = "order.step-prepared", StepReleased = "order.step-released", Warned = "order.warned";

    /// <summary>It holds no longer; whoever had its notice is told by a letter of its own.</summary>
    public const string Withdrawn = "order.withdrawn";

    /// <summary>Whether what a recipient answers still means anything in a state.</summary>
    public static bool IsOpenTo(OrderState state, string kind) =>
        Next(state, kind) != state || (state == OrderState.Sent && kind == SaidPartly);

    /// <summary>The state after an event.</summary>
    public static OrderState Next(OrderState state, string kind) => (state, kind) switch
    {
        (OrderState.Withdrawn, _) => state,
        (_, Withdrawn) => OrderState.Withdrawn,
        (OrderState.ConfirmedGone, CameBack) => OrderState.CameBack,
        (OrderState.ConfirmedGone or OrderState.CameBack, _) => state,
        (_, Drafted) => OrderState.Drafted,
        (OrderState.Drafted, Signed) => OrderState.Signed,
        (OrderState.Signed, Sent) => OrderState.Sent,
        (OrderState.Sent or OrderState.Refused, SaidRemoved) => OrderState.SaidRemoved,
        (OrderState.SaidRemoved or OrderState.Refused, SaidPartly) => OrderState.Sent,
        (OrderState.Sent or OrderState.SaidRemoved, Refused) => OrderState.Refused,
        (OrderState.Sent or OrderState.SaidRemoved or OrderState.Refused, SeenGone) => OrderState.SeenGone,
        (OrderState.SeenGone, SeenThere) => OrderState.Sent,
        (OrderState.SeenGone, ConfirmedGone) => OrderState.ConfirmedGone,
        _ => state,
    };
}
