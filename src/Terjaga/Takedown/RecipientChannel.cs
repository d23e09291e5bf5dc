namespace Terjaga.Takedown;

/// <summary>How a recipient takes a notice.</summary>
public enum RecipientChannel
{
    /// <summary>A mail address.</summary>
    Mail,

    /// <summary>A signed call, as Standard Webhooks describes it.</summary>
    Webhook,
}
