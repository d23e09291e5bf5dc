using MimeKit;

namespace Terjaga.Takedown.Replies;

/// <summary>The parts of a mail that tell what it is, gathered with bounds on depth and number.</summary>
internal sealed class MailContent
{
    private readonly List<string> _plain = [], _pages = [];
    private int _parts;

    private MailContent()
    {
    }

    /// <summary>Fields of delivery reports, in their order.</summary>
    public List<Header> DeliveryFields { get; } = [];

    /// <summary>Fields of a complaint; null where it is none.</summary>
    public HeaderList? Complaint { get; private set; }

    /// <summary>Whether it tells that a mail was opened (RFC 8098).</summary>
    public bool IsReceipt { get; private set; }

    /// <summary>Headers of the message that came back; null where none did.</summary>
    public HeaderList? Returned { get; private set; }

    /// <summary>Its words as a reader sees them.</summary>
    public string Text { get; private set; } = "";

    /// <param name="body">The bytes after the header, for a mail whose parts cannot be told apart.</param>
    public static MailContent Of(MimeMessage message, ReadOnlySpan<byte> body)
    {
        var content = new MailContent();
        content.Visit(message.Body, depth: 0);
        var plain = string.Join('\n', content._plain);
        content.Text = !string.IsNullOrWhiteSpace(plain) ? plain : string.Join('\n', content._pages);
        if (string.IsNullOrWhiteSpace(content.Text))
            content.Text = System.Text.Encoding.UTF8.GetString(body[..Math.Min(body.Length, MailLimits.MaxTextLength)]);
        content.Text = MailText.Shorten(content.Text);
        return content;
    }

    private void Visit(MimeEntity? entity, int depth)
    {
        if (entity is null || depth > MailLimits.MaxDepth || ++_parts > MailLimits.MaxParts)
            return;
        switch (entity)
        {
            case Multipart several:
                foreach (var part in several)
                    Visit(part, depth + 1);
                break;
            case MessageDeliveryStatus status:
                DeliveryFields.AddRange(status.StatusGroups.SelectMany(group => group).Take(MailLimits.MaxFields - DeliveryFields.Count));
                break;
            case MessageFeedbackReport report:
                Complaint ??= report.Fields;
                break;
            case MessageDispositionNotification:
                IsReceipt = true;
                break;
            case MessagePart message:
                Returned ??= message.Message?.Headers;
                break;
            case TextPart text:
                (text.IsHtml ? _pages : _plain).Add(MailText.Of(text));
                break;
            default:
                break;
        }
    }
}
