using static Terjaga.EndToEnd.Rehearsing.FictionalPlatform;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>Whether all that can be known of an item's orders is known, and is what its platform did.</summary>
internal static class Endings
{
    /// <param name="orders">Of the item, the oldest first.</param>
    public static bool IsKnown(PlacedItem item, IReadOnlyList<Books.Order> orders) => orders.Count > 0 && item.Platform.Ends switch
    {
        Ending.ConfirmedGone => orders[^1].State == "ConfirmedGone",
        Ending.CameBack => IsBack(item, orders),
        Ending.Refused => IsRefused(orders[^1]),
        Ending.GoneOrRefused => item.IsOdd ? orders[^1].State == "ConfirmedGone" : IsRefused(orders[^1]),
        Ending.StillThere => IsSeen(orders[^1], "There") && orders[^1].SeenGoneAt is null && WasShown(item),
        Ending.BehindLogin => IsSeen(orders[^1], "BehindLogin"),
        Ending.OutOfReach => IsSeen(orders[^1], "Unreachable"),
        Ending.Changed => IsSeen(orders[^1], "Changed"),
        Ending.NotDelivered => orders[^1] is { State: "Signed", SentAt: null },
        _ => throw new InvalidOperationException(item.Platform.Name),
    };

    /// <summary>Seen again and ordered once more, then gone for good; or never called gone, where the looks fell so that it was back before the second.</summary>
    private static bool IsBack(PlacedItem item, IReadOnlyList<Books.Order> orders) =>
        (orders.Count > 1 && orders[0].State == "CameBack" && orders[^1].State == "ConfirmedGone")
        || (item.BackAt is not null && orders is [{ ConfirmedGoneAt: null, SeenGoneAt: null, LastSeen: "There", LateAt: not null }]);

    private static bool IsRefused(Books.Order order) => order is { State: "Refused", LastSeen: "There", SeenGoneAt: null };

    /// <summary>Not obeyed in time, and what the last look showed.</summary>
    private static bool IsSeen(Books.Order order, string seen) => order is { State: "Sent" or "SaidRemoved", LateAt: not null } && order.LastSeen == seen;

    /// <summary>What flaps has flapped.</summary>
    private static bool WasShown(PlacedItem item) =>
        item.Platform.Serves != Serving.NotFoundOnce || item.Showings is var showings && showings.Any(s => !s.IsContent) && showings[^1].IsContent;
}
