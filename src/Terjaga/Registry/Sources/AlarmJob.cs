using System.Globalization;
using System.Resources;
using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Common.Work;

namespace Terjaga.Registry.Sources;

/// <summary>Writes once a day to whoever keeps the lists, while something about them needs a person.</summary>
/// <remarks>The identity of the mail is the day's: a repetition after a crash is known as one.</remarks>
internal sealed class AlarmJob(ReadAlarms read, MailServer mail, RegistryOptions options, DeskAddress ourselves, TimeProvider clock) : IWorkHandler
{
    public const string Kind = "list-alarm";

    private static readonly ResourceManager _words = new(typeof(AlarmWords));

    public async Task RunAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (options.AlarmMail is not { Length: > 0 } to || !mail.IsConfigured)
            return;
        var alarms = await read.RunAsync(cancellationToken);
        if (alarms.Count == 0)
            return;
        using var message = new MimeMessage(
            [mail.From], [MailboxAddress.Parse(to)], Say("subject", "id"),
            new TextPart("plain") { Text = Text(alarms, "id") + "\n\n---\n\n" + Text(alarms, "en") })
        {
            MessageId = $"list-alarm-{WibTime.Today(clock):yyyyMMdd}@{mail.From.Domain}",
        };
        await mail.SendAsync(message, cancellationToken);
    }

    private string Text(IReadOnlyList<ReadAlarms.Alarm> alarms, string language) => string.Join(
        '\n',
        [
            Say("lead", language),
            .. alarms.Select(alarm => "- " + Say("alarm." + alarm.Kind, language, Say("list." + alarm.List, language), alarm.Detail)),
            ourselves.Page("/meja/daftar").AbsoluteUri,
        ]);

    private static string Say(string key, string language, params object[] values)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        return string.Format(culture, _words.GetString(key, culture) ?? key, values);
    }
}
