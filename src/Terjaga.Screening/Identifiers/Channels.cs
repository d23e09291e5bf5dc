namespace Terjaga.Screening.Identifiers;

/// <summary>Tells the platform of a channel.</summary>
internal static class Channels
{
    private static readonly string[] _platforms =
        ["facebook", "instagram", "telegram", "tiktok", "whatsapp", "x", "twitter", "youtube", "linkedin", "threads", "line", "discord", "wechat"];

    /// <summary>Of <c>telegram_group</c>, <c>telegram</c>; null for a channel that is no platform, such as <c>sms</c>.</summary>
    public static string? PlatformOf(string? channel)
    {
        if (channel is null)
            return null;
        var name = channel.Split('_', '-', ' ', ':')[0];
        var platform = Array.Find(_platforms, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return platform == "twitter" ? "x" : platform;
    }
}
