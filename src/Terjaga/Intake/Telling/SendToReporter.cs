using System.Globalization;
using System.Resources;
using MailKit.Net.Smtp;
using MimeKit;
using Terjaga.Casework;
using Terjaga.Common.Mail;

namespace Terjaga.Intake.Telling;

/// <summary>The two mails that a reporter can get: one that asks whether the address is theirs, and one about how it ended. Neither says anything of the report.</summary>
/// <remarks>Made of stored things only, so that a repetition after a crash has the same bytes.</remarks>
internal sealed class SendToReporter(MailServer server, DeskAddress ourselves, ReporterMailKeys keys)
{
    /// <summary>From here on a server's no is for good (RFC 5321 section 4.2.1).</summary>
    private const int ForGood = 500;

    private static readonly ResourceManager _words = new(typeof(ReporterMailWords));

    /// <summary>Whether mail leaves the desk at all.</summary>
    public bool IsOn => server.IsConfigured;

    /// <summary>False where the server refuses it for good. Throws what else the server or the network says.</summary>
    public Task<bool> TryAskAsync(string address, ReporterMail mail, CancellationToken cancellationToken) => TrySendAsync(
        address, $"verify-{mail.Id:D}", mail.NamedAt, mail.Language, "verify.subject",
        Say(mail.Language, "verify.text", ourselves.Page($"/surel/{keys.For(mail.ReportId)}")), cancellationToken);

    /// <inheritdoc cref="TryAskAsync"/>
    public Task<bool> TryTellAsync(string address, ReporterMail mail, ReporterMessage message, CancellationToken cancellationToken) => TrySendAsync(
        address, $"outcome-{message.Id:D}", message.WrittenAt, mail.Language, "outcome.subject",
        Say(mail.Language, "outcome.text", Say(mail.Language, "outcome." + message.Outcome), ourselves.Page("/status")), cancellationToken);

    /// <summary>Whether there are words for an outcome; of others nobody is told by mail.</summary>
    public static bool HasWordsFor(ReporterState outcome) => _words.GetString("outcome." + outcome, CultureInfo.InvariantCulture) is not null;

    private async Task<bool> TrySendAsync(
        string address, string identity, DateTimeOffset at, string language, string subject, string text, CancellationToken cancellationToken)
    {
        using var message = new MimeMessage([server.From], [MailboxAddress.Parse(address)], Say(language, subject), new TextPart("plain") { Text = text })
        {
            MessageId = $"{identity}@{server.From.Domain}",
            Date = at,
        };

        // RFC 3834 section 5: no machine answers what a machine sent.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        try
        {
            await server.SendAsync(message, cancellationToken);
            return true;
        }
        catch (MailRefusedException)
        {
            return false;
        }
        catch (SmtpCommandException refused) when ((int)refused.StatusCode >= ForGood && refused.ErrorCode is SmtpErrorCode.MessageNotAccepted)
        {
            return false;
        }
    }

    private static string Say(string language, string key, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, _words.GetString(key, culture) ?? throw new MissingManifestResourceException(key), values);
    }
}
