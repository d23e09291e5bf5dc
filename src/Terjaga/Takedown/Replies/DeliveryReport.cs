namespace Terjaga.Takedown.Replies;

/// <summary>Reads the fields of a delivery report (RFC 3464), from its own part or from lines of a text.</summary>
internal static class DeliveryReport
{
    /// <summary>Lines that go on with the field above them, at most.</summary>
    private const int MaxContinued = 10;

    private static readonly string[] _names = ["final-recipient", "original-recipient", "action", "status", "diagnostic-code"];

    public static IReadOnlyList<DeliveryField> Read(MailContent content)
    {
        var fields = content.DeliveryFields.Select(field => (Name: field.Field.ToLowerInvariant(), Value: ValueOf(field)));
        var found = Gather(fields);
        return found.Count > 0 ? found : Gather(FieldsIn(content.Text));
    }

    /// <summary>Whether the whole says failed, late or delivered; null for a report that says nothing.</summary>
    public static MailKind? KindOf(IReadOnlyList<DeliveryField> fields)
    {
        var kinds = fields.Select(KindOf).OfType<MailKind>().ToList();
        return kinds.Contains(MailKind.Bounce) ? MailKind.Bounce
            : kinds.Contains(MailKind.Delay) ? MailKind.Delay
            : kinds.Count > 0 ? MailKind.Delivery : null;
    }

    private static MailKind? KindOf(DeliveryField field) => field switch
    {
        { Action: { } action } when action.StartsWith("fail", StringComparison.Ordinal) || action.StartsWith("expired", StringComparison.Ordinal) => MailKind.Bounce,
        { Action: { } action } when action.StartsWith("delay", StringComparison.Ordinal) => MailKind.Delay,
        { Action: "delivered" or "deliverable" or "relayed" or "expanded" } => MailKind.Delivery,
        { Status: { } status } => status[0] switch { '2' => MailKind.Delivery, '4' => MailKind.Delay, _ => MailKind.Bounce },
        { Diagnostic: not null } => MailKind.Bounce,
        _ => null,
    };

    /// <summary>A field that repeats begins the next recipient: servers forget the empty line between them.</summary>
    private static List<DeliveryField> Gather(IEnumerable<(string Name, string Value)> fields)
    {
        var (found, open) = (new List<DeliveryField>(), new Dictionary<string, string>());
        foreach (var (name, value) in fields.Where(field => _names.Contains(field.Name)))
        {
            if (!open.TryAdd(name, value))
            {
                Close(open, found);
                open[name] = value;
            }
        }

        Close(open, found);
        return found;
    }

    private static void Close(Dictionary<string, string> open, List<DeliveryField> found)
    {
        if (open.Count > 0 && found.Count < MailLimits.MaxRecipients && (open.ContainsKey("status") || open.ContainsKey("action")))
        {
            var recipient = MailAddresses.FirstIn(open.GetValueOrDefault("final-recipient") ?? "") ?? MailAddresses.FirstIn(open.GetValueOrDefault("original-recipient") ?? "");
            found.Add(new(
                recipient, open.GetValueOrDefault("action")?.Trim().ToLowerInvariant(), StatusCodes.FirstIn(open.GetValueOrDefault("status") ?? ""),
                open.GetValueOrDefault("diagnostic-code")));
        }

        open.Clear();
    }

    private static IEnumerable<(string Name, string Value)> FieldsIn(string text)
    {
        var lines = text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !_names.Contains(lines[at][..colon].Trim().ToLowerInvariant()))
                continue;
            var value = lines[at][(colon + 1)..];
            for (var next = 1; next <= MaxContinued && at + next < lines.Length && lines[at + next] is [' ' or '\t', ..] more; next++)
                value += more;
            yield return (lines[at][..colon].Trim().ToLowerInvariant(), value.Trim());
        }
    }

    private static string ValueOf(MimeKit.Header field) => field.Value.Trim();
}
