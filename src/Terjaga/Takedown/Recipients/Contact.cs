using System.Net.Mail;

namespace Terjaga.Takedown.Recipients;

/// <summary>One way to reach a recipient, that has passed the border.</summary>
internal sealed record Contact(
    RecipientChannel Channel, string Address, string? Secret, string? Language, string? Hours, int? ClockHours, string? PublicKey,
    string Source, DateOnly? SeenOn, DateOnly? ValidUntil)
{
    /// <summary>Longest key, in characters: an RSA key of 4,096 bits with its signatures fits.</summary>
    public const int MaxKeyLength = 8_000;

    /// <summary>Longest name of a language, in characters.</summary>
    public const int MaxLanguageLength = 3;

    /// <summary>Longest promise that is taken, in hours (90 days); a longer one is a typing mistake.</summary>
    public const int MaxClockHours = 90 * 24;

    /// <summary>The host that its address leads to; null for a letter, and for a recipient that fetches its orders.</summary>
    public string? Host => Channel switch
    {
        RecipientChannel.Mail => Address[(Address.LastIndexOf('@') + 1)..],
        RecipientChannel.Webhook or RecipientChannel.Portal => WebAddress.Parse(Address).TryGet(out var address, out _) ? address.Host : null,
        _ => null,
    };

    /// <summary>
    /// Fails with <c>recipient.channel-invalid</c>, <c>recipient.address-invalid</c>, <c>recipient.secret-invalid</c>,
    /// <c>recipient.source-invalid</c>, <c>contact.language-invalid</c>, <c>contact.hours-invalid</c>, <c>contact.clock-invalid</c>,
    /// <c>contact.key-invalid</c> or <c>contact.dates-invalid</c>.
    /// </summary>
    public static Result<Contact> Read(ContactTyped typed)
    {
        if (!Enum.IsDefined(typed.Channel))
            return new Problem("recipient.channel-invalid");
        var address = typed.Address?.Trim() ?? "";
        if (address.Length > Recipient.MaxAddressLength || !IsAddress(typed.Channel, address))
            return new Problem("recipient.address-invalid");
        if (typed.Channel == RecipientChannel.Webhook && !WebhookSignature.IsSecret(typed.Secret))
            return new Problem("recipient.secret-invalid");
        var source = typed.Source?.Trim() ?? "";
        if (source.Length > Recipient.MaxAddressLength || !PlainText.IsReadable(source))
            return new Problem("recipient.source-invalid", Recipient.MaxAddressLength);
        if (RefuseTerms(typed) is { } refusal)
            return refusal;
        return new Contact(
            typed.Channel, address, typed.Channel == RecipientChannel.Webhook ? typed.Secret : null, Blank(typed.Language)?.ToLowerInvariant(),
            DeskHours.TryParse(typed.Hours, out var hours) ? hours.Value : null, typed.ClockHours, Blank(typed.PublicKey), source, typed.SeenOn, typed.ValidUntil);
    }

    private static Problem? RefuseTerms(ContactTyped typed)
    {
        if (Blank(typed.Language) is { } language && (language.Length is < 2 or > MaxLanguageLength || !language.All(char.IsAsciiLetter)))
            return new Problem("contact.language-invalid");
        if (Blank(typed.Hours) is { } hours && !DeskHours.TryParse(hours, out _))
            return new Problem("contact.hours-invalid");
        if (typed.ClockHours is < 1 or > MaxClockHours)
            return new Problem("contact.clock-invalid", MaxClockHours);
        if (typed.PublicKey is { } key && (key.Length > MaxKeyLength || !PlainText.IsReadable(key)))
            return new Problem("contact.key-invalid", MaxKeyLength);
        return typed.ValidUntil < typed.SeenOn ? new Problem("contact.dates-invalid") : null;
    }

    private static string? Blank(string? text) => text?.Trim() is { Length: > 0 } some ? some : null;

    private static bool IsAddress(RecipientChannel channel, string address) => channel switch
    {
        RecipientChannel.Mail => IsMail(address),
        RecipientChannel.Letter => address.Length > 0 && PlainText.IsReadable(address),
        RecipientChannel.PullApi => PlainText.IsReadable(address),
        _ => WebAddress.Parse(address).TryGet(out _, out _),
    };

    /// <summary>One bare mail address and nothing beside it, so that it cannot bring further readers or headers.</summary>
    public static bool IsMail(string address) => MailAddress.TryCreate(address, out var mail) && mail.Address == address
        && mail.Host.Contains('.', StringComparison.Ordinal) && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '"' or ',' or ';');
}
