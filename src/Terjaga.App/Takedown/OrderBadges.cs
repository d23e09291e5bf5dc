using Terjaga.App.Layout;
using Terjaga.Takedown;

namespace Terjaga.App.Takedown;

/// <summary>How the state of an order is shown.</summary>
internal static class OrderBadges
{
    public static Kind KindOf(ReadOrders.Row order) => order.State switch
    {
        OrderState.ConfirmedGone => Kind.Good,
        OrderState.Refused or OrderState.CameBack => Kind.Bad,
        OrderState.Drafted or OrderState.Signed => Kind.Warn,
        _ => Kind.Info,
    };

    /// <summary>Whether its clock runs: it was sent, and is not seen to be gone.</summary>
    public static bool IsOpen(ReadOrders.Row order) =>
        order.State is OrderState.Sent or OrderState.SaidRemoved or OrderState.Refused;
}
