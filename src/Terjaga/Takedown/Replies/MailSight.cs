using MimeKit;

namespace Terjaga.Takedown.Replies;

/// <summary>A mail as it is looked at: its header, its parts, and its words in the form that phrases have.</summary>
internal sealed class MailSight
{
    private readonly MimeMessage _message;

    public MailSight(MimeMessage message, MailContent content, ReplyPhrases phrases)
    {
        (_message, Content) = (message, content);
        Subject = MailText.Plain(message.Subject ?? "").Trim();
        Head = BeforeReturned(content.Text, phrases);
        Words = MailText.Plain(Head);
        var from = Letters(ValueOf("From") + ValueOf("Sender"));
        var back = ValueOf("Return-Path").Trim();
        IsSystem = phrases.Stands(PhraseUse.SystemSender, from) || ValueOf("From").Trim() is "<>" or "";
        HasNoReturn = back == "<>" || phrases.Stands(PhraseUse.SystemSender, Letters(back));
        IsAutomatic = ValueOf("Auto-Submitted").Trim() is { Length: > 0 } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase);
        IsAutoReply = IsAutomatic || HasAny("X-Autoreply", "X-Autorespond", "X-AutoReply-From", "X-Mail-Autoreply") || ValueOf("Precedence").Trim() is "auto_reply" or "auto-reply";
    }

    public MailContent Content { get; }

    public string Subject { get; }

    /// <summary>Its words before those of the message that came back.</summary>
    public string Head { get; }

    /// <summary><see cref="Head"/> in the form that phrases have.</summary>
    public string Words { get; }

    /// <summary>Whether it calls itself a mail server's, or names no sender.</summary>
    public bool IsSystem { get; }

    /// <summary>Whether nobody is to answer it: what RFC 5321 section 4.5.5 asks of reports.</summary>
    public bool HasNoReturn { get; }

    /// <summary>RFC 3834 section 5: said to be sent by no person.</summary>
    public bool IsAutomatic { get; }

    public bool IsAutoReply { get; }

    /// <summary>Whether it says of itself that it reports a delivery (RFC 6522).</summary>
    public bool IsReport => _message.Body?.ContentType is { } type && type.IsMimeType("multipart", "report")
        && type.Parameters["report-type"] is null or "delivery-status";

    /// <summary>All values of a header field, as they were written and decoded; empty where there is none.</summary>
    public string ValueOf(string field) => string.Join(' ', _message.Headers.Where(header => header.Field.Equals(field, StringComparison.OrdinalIgnoreCase)).Take(MailLimits.MaxRecipients).Select(header => header.Value));

    private bool HasAny(params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
        {
            if (_message.Headers.Contains(field))
                return true;
        }

        return false;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter)).ToLowerInvariant();

    private static string BeforeReturned(string text, ReplyPhrases phrases)
    {
        var from = 0;
        while (from < text.Length)
        {
            var end = text.IndexOf('\n', from);
            var line = text[from..(end < 0 ? text.Length : end)].Trim();
            if (from > 0 && IsReturned(line, phrases))
                return text[..from];
            if (end < 0)
                break;
            from = end + 1;
        }

        return text;
    }

    private static bool IsReturned(string line, ReplyPhrases phrases) =>
        line.StartsWith("Received:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Return-Path:", StringComparison.OrdinalIgnoreCase)
        || ((line is ['-', ..] or [.., ':' or '.']) && phrases.Stands(PhraseUse.ReturnedMessage, MailText.Plain(line)));
}
