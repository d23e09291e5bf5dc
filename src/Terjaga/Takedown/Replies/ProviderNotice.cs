namespace Terjaga.Takedown.Replies;

/// <summary>The notices that Amazon SES sends by mail as JSON (SES developer guide, "Amazon SNS notification contents").</summary>
/// <remarks>Mail folds its lines, so that it is often no JSON any more; the two names that matter are read as they stand.</remarks>
internal static class ProviderNotice
{
    /// <summary>Within how many characters the kind stands: it is the first name.</summary>
    private const int Reach = 200;

    private const string Name = "\"notificationType\":\"";

    public static MailKind? KindOf(string text)
    {
        var start = text.TrimStart();
        var at = start.IndexOf(Name, StringComparison.Ordinal);
        if (at is < 0 or > Reach || start[0] != '{')
            return null;
        return start.AsSpan(at + Name.Length) switch
        {
            ['B', 'o', 'u', 'n', ..] => start.Contains("\"bounceType\":\"Transient\"", StringComparison.Ordinal) ? MailKind.Delay : MailKind.Bounce,
            ['C', 'o', 'm', 'p', ..] => MailKind.Complaint,
            ['D', 'e', 'l', 'i', ..] => MailKind.Delivery,
            _ => null,
        };
    }
}
