namespace Terjaga.Takedown.Replies;

/// <summary>The one place that reads the identities which our own notices carry: <c>order-ID@domain</c> and <c>dispatch-ID@domain</c>.</summary>
internal static class OwnMessageId
{
    private static readonly string[] _beginnings = ["order-", "dispatch-"];

    /// <summary>Length of an id as it is written, with hyphens.</summary>
    private const int IdLength = 36;

    /// <summary>The order or dispatch; null for an identity that we never gave.</summary>
    /// <param name="messageId">Without its brackets.</param>
    /// <param name="domain">Of our own address.</param>
    public static Guid? Read(string messageId, string domain)
    {
        var at = messageId.LastIndexOf('@');
        if (at < 0 || !messageId.AsSpan(at + 1).Equals(domain, StringComparison.OrdinalIgnoreCase))
            return null;
        var name = messageId.AsSpan(0, at);
        foreach (var beginning in _beginnings)
        {
            if (name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && name.Length >= beginning.Length + IdLength
                && Guid.TryParseExact(name.Slice(beginning.Length, IdLength), "D", out var id))
            {
                return id;
            }
        }

        return null;
    }
}
