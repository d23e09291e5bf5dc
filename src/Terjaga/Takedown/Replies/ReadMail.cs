using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Terjaga.Takedown.Replies;

/// <summary>Reads what a mail that came back to us is: bounce, delay, complaint, automatic answer, receipt or answer.</summary>
public sealed class ReadMail(ReplyPhrases phrases)
{
    private static readonly ParserOptions _options = new() { MaxMimeDepth = MailLimits.MaxDepth, MaxAddressGroupDepth = 2 };

    private static readonly string[] _wanted = ["From", "To", "Date", "Subject", "Received", "Message-Id"];

    /// <summary>Where the address stands that it was sent to, and what stays the same on every way.</summary>
    private static readonly string[] _addressed = ["To", "Cc", "Delivered-To", "X-Original-To", "X-Envelope-To"], _same = ["Message-Id", "Date", "From", "Subject"];

    /// <summary>Reads at most <see cref="MailLimits.MaxBytes"/>. Fails with <c>mail.invalid</c> for what is no mail.</summary>
    public Result<MailReading> Read(ReadOnlyMemory<byte> mail)
    {
        var bytes = WithoutMailboxLine(mail.Span[..Math.Min(mail.Length, MailLimits.MaxBytes)]);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var message = MimeMessage.Load(_options, stream);
            return _wanted.Any(field => message.Headers.Contains(field)) ? Read(message, BodyOf(bytes)) : new Problem("mail.invalid");
        }
        catch (FormatException)
        {
            return new Problem("mail.invalid");
        }
    }

    /// <param name="body">The bytes below the header.</param>
    internal MailReading Read(MimeMessage message, ReadOnlySpan<byte> body)
    {
        var sight = new MailSight(message, MailContent.Of(message, body), phrases);
        var reading = Report(sight) ?? Answer(sight);
        return reading with
        {
            SentTo = [.. _addressed.SelectMany(field => MailAddresses.In(sight.ValueOf(field))).Distinct(StringComparer.OrdinalIgnoreCase).Take(MailLimits.MaxIds)],
            ReferredIds = [.. IdsIn(sight).Distinct(StringComparer.OrdinalIgnoreCase).Take(MailLimits.MaxIds)],
            SenderDomain = DomainOf(message),
            Text = MailText.Showable(sight.Content.Text),
            Fingerprint = FingerprintOf(sight, body),
        };
    }

    private MailReading? Report(MailSight sight)
    {
        var content = sight.Content;
        if (content.Complaint is { } complaint)
            return new() { Kind = MailKind.Complaint, Recipients = Recipients(sight, MailAddresses.In($"{complaint["Original-Rcpt-To"]} {complaint["Removal-Recipient"]}")) };
        if (ProviderNotice.KindOf(content.Text) is { } notified)
            return Undelivered(notified, sight, []);
        var fields = content.DeliveryFields.Count > 0 || sight.IsSystem || sight.HasNoReturn ? DeliveryReport.Read(content) : [];
        if (DeliveryReport.KindOf(fields) is { } reported)
            return Undelivered(reported, sight, fields);
        if (content.Returned is not null && phrases.Stands(PhraseUse.ComplaintSubject, sight.Subject))
            return new() { Kind = MailKind.Complaint, Recipients = Recipients(sight, []) };
        return FreeTextReport.KindOf(sight, phrases) is { } kind ? Undelivered(kind, sight, fields) : null;
    }

    private MailReading Undelivered(MailKind kind, MailSight sight, IReadOnlyList<DeliveryField> fields)
    {
        var said = string.Join('\n', fields.Select(field => field.Diagnostic).OfType<string>());
        var text = said.Length > 0 ? said : sight.Head;
        var reply = StatusCodes.ReplyIn(text);
        var status = (fields.FirstOrDefault(field => field.Status is not null and not [_, '.', '0', '.', '0'])?.Status ?? (kind == MailKind.Delivery ? StatusCodes.FirstIn(text) : StatusCodes.RefusalIn(text)) ?? fields.FirstOrDefault(field => field.Status is not null)?.Status)
            ?? (reply is { } code ? $"{code / 100}.0.0" : null);
        var reason = ReasonReading.Of(MailText.Plain(text), status, reply, phrases);
        if (reason == BounceReason.Other && said.Length > 0)
            reason = ReasonReading.Of(sight.Words, status, StatusCodes.ReplyIn(sight.Head), phrases);
        return new()
        {
            Kind = kind,
            Reason = kind is MailKind.Bounce or MailKind.Delay ? reason : null,
            Status = status,
            Recipients = Recipients(sight, [.. fields.Select(field => field.Recipient).OfType<string>()]),
        };
    }

    private MailReading Answer(MailSight sight)
    {
        var words = MailText.Plain(AnswerReading.NewIn(sight.Content.Text, phrases));
        var said = AnswerReading.SaidIn(words, phrases);
        var kind = AnswerReading.KindOf(sight, words, said, phrases);
        return new() { Kind = kind, Said = kind is MailKind.Answer or MailKind.Acknowledgement ? said : SaidOutcome.Nothing };
    }

    /// <summary>From the surest place to the least sure: fields, header, lists of the text, anywhere in it, the message that came back.</summary>
    private static IReadOnlyList<string> Recipients(MailSight sight, IReadOnlyList<string> named)
    {
        string[] ours = [.. MailAddresses.In(sight.ValueOf("To") + " " + sight.ValueOf("From"))];
        IEnumerable<IReadOnlyList<string>> places =
        [
            named, MailAddresses.In(sight.ValueOf("X-Failed-Recipients")),
            [.. MailAddresses.AtLineStarts(sight.Head).Except(ours, StringComparer.OrdinalIgnoreCase)],
            [.. MailAddresses.In(sight.Head).Except(ours, StringComparer.OrdinalIgnoreCase).Take(1)], MailAddresses.In(sight.Content.Returned?["To"] ?? ""), MailAddresses.AtLineStarts(sight.Head),
        ];
        return [.. (places.FirstOrDefault(place => place.Count > 0) ?? []).Distinct(StringComparer.OrdinalIgnoreCase).Take(MailLimits.MaxRecipients)];
    }

    private static IEnumerable<string> IdsIn(MailSight sight)
    {
        var fields = sight.Content.DeliveryFields.Where(field => field.Field.EndsWith("Message-ID", StringComparison.OrdinalIgnoreCase)).Select(field => field.Value);
        var lines = sight.Content.Text.Split('\n').Where(line => line.AsSpan().TrimStart(" \t>").StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase)).Take(MailLimits.MaxIds);
        return new[] { sight.ValueOf("In-Reply-To"), sight.Content.Returned?["Message-Id"] ?? "", sight.ValueOf("References") }.Concat(fields).Concat(lines).SelectMany(MailAddresses.In);
    }

    private static string DomainOf(MimeMessage message)
    {
        var domain = message.From.Mailboxes.FirstOrDefault()?.Domain?.ToLowerInvariant() ?? "";
        return domain.Length <= MailLimits.MaxDomainLength && PlainText.IsReadable(domain) && !domain.Any(char.IsControl) ? domain : "";
    }

    private static string FingerprintOf(MailSight sight, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in _same)
            hash.AppendData(Encoding.UTF8.GetBytes(sight.ValueOf(field).Trim() + "\n"));
        hash.AppendData(body.TrimEnd("\r\n"u8));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static ReadOnlySpan<byte> BodyOf(ReadOnlySpan<byte> mail)
    {
        var (dos, unix) = (mail.IndexOf("\r\n\r\n"u8), mail.IndexOf("\n\n"u8));
        return dos >= 0 && (unix < 0 || dos < unix) ? mail[(dos + 4)..] : unix >= 0 ? mail[(unix + 2)..] : [];
    }

    /// <summary>Without the line that mailbox files put before each mail (RFC 4155).</summary>
    private static byte[] WithoutMailboxLine(ReadOnlySpan<byte> mail)
    {
        var end = mail.StartsWith("From "u8) ? mail.IndexOf((byte)'\n') : -1;
        return mail[(end + 1)..].ToArray();
    }
}
