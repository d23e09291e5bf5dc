namespace Terjaga.Takedown;

/// <summary>How a recipient takes a notice.</summary>
public enum RecipientChannel
{
    /// <summary>A mail address.</summary>
    Mail,

    /// <summary>A signed call, as Standard Webhooks describes it.</summary>
    Webhook,

    /// <summary>The recipient fetches its orders from the desk.</summary>
    PullApi,

    /// <summary>An officer types the order into a form of the recipient.</summary>
    Portal,

    /// <summary>A letter on paper.</summary>
    Letter,
}
