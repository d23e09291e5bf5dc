namespace Terjaga.Takedown.Recipients;

/// <summary>Keeps invented orders from real recipients and real orders from invented ones.</summary>
internal static class OrderFence
{
    /// <summary><c>order.test-mixed</c> or <c>order.demo-desk</c>; null where the order may go that way.</summary>
    /// <param name="host">Of the place that is ordered down.</param>
    /// <param name="isDemo">Whether the desk was ever a demonstration.</param>
    public static Problem? Refuse(bool isTestRecipient, string host, bool isDemo) =>
        FictionalHost.Is(host) != isTestRecipient ? new Problem("order.test-mixed")
        : isDemo && !isTestRecipient ? new Problem("order.demo-desk")
        : null;
}
