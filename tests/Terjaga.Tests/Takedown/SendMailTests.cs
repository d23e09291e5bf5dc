using Terjaga.Common.Mail;
using Terjaga.Privacy;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown;

public sealed class SendMailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notice_says_its_time_limit_and_when_it_was_signed_as_people_say_it()
    {
        var notice = new Notice(
            Guid.Empty, Notice.OrderType, "https://situs.example/a", "uji", "Aturan uji", "A rule", "Visa turis untuk bekerja.",
            (long)TimeSpan.FromHours(24).TotalSeconds, new DateTimeOffset(2026, 11, 24, 20, 30, 0, TimeSpan.Zero),
            new Uri("https://terjaga.example/jawab/x"));

        using var message = Sending().Compose("abuse@situs.example", notice);

        var text = message.GetTextBody(MimeKit.Text.TextFormat.Plain);
        Assert.Contains("Batas waktu: 24 jam sejak surat ini Anda terima", text, StringComparison.Ordinal);
        Assert.Contains("Time limit: 24 hours from the moment you receive this", text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Ditandatangani: Rab, 25 Nov 2026 03.30 WIB (2026-11-24 20:30 UTC)",
                "Signed: Wed, 25 Nov 2026 03:30 WIB (2026-11-24 20:30 UTC)",
            ],
            text!.Split('\n').Select(line => line.Trim()).Where(line => line.EndsWith("UTC)", StringComparison.Ordinal)));
    }

    private SendMail Sending() =>
        new(new MailServer(new MailOptions()), new ReplyAddress(DeskKey.Load(Path.Combine(_folder.Path, "desk.key"), mayCreate: true), new MailOptions()));
}
