using System.Text;
using Terjaga.App;
using Terjaga.Takedown.Replies;

namespace Terjaga.Tests.Takedown.Replies;

public sealed class ReadMailTests
{
    private static readonly ReadMail _read = new(ReplyPhrases.Read(DeskAreas.DataFolder));

    /// <summary>Share of the set that must be told: issue 8.</summary>
    private const double Wanted = 0.95;

    [Fact]
    public void Nineteen_of_twenty_reports_of_the_shared_set_are_told_and_most_with_their_reason()
    {
        var readings = Directory.GetFiles(SharedFolder.Require("standards/mail-bounces"), "*.eml").Order(StringComparer.Ordinal)
            .Select(file => (File: Path.GetFileName(file), Reading: Of(File.ReadAllBytes(file)))).ToList();

        var bounces = readings.Where(r => !r.File.StartsWith("arf", StringComparison.Ordinal) && !r.File.StartsWith("rfc3834", StringComparison.Ordinal)).ToList();
        var missed = bounces.Where(r => r.Reading.Kind is not (MailKind.Bounce or MailKind.Delay or MailKind.Delivery)).Select(r => r.File).ToList();
        Assert.True(bounces.Count > 300, "The set is whole.");
        Assert.True(missed.Count <= bounces.Count * (1 - Wanted), string.Join(' ', missed));
        Assert.All(readings.Where(r => r.File.StartsWith("arf", StringComparison.Ordinal)), r => Assert.Equal(MailKind.Complaint, r.Reading.Kind));
        Assert.All(readings.Where(r => r.File.StartsWith("rfc3834", StringComparison.Ordinal)), r => Assert.Equal(MailKind.AutoReply, r.Reading.Kind));
        Assert.InRange(bounces.Count(r => r.Reading.Reason == BounceReason.Other), 0, bounces.Count / 12);
        Assert.InRange(bounces.Count(r => r.Reading.Recipients.Count == 0), 0, bounces.Count / 20);
    }

    [Fact]
    public void No_other_mail_is_taken_for_a_bounce()
    {
        var files = Directory.GetFiles(SharedFolder.Require("standards/mail-bounces/not"))
            .Concat(Directory.GetFiles(SharedFolder.Require("standards/mail/mikel"), "*.eml", SearchOption.AllDirectories).Where(file => !IsReport(file)));

        Assert.Empty(files.Where(file => _read.Read(File.ReadAllBytes(file)).TryGet(out var reading, out _) && reading.Kind is MailKind.Bounce or MailKind.Delay).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("Konten yang dimaksud sudah kami hapus.", MailKind.Answer, SaidOutcome.Removed)]
    [InlineData("Konten belum dihapus. Kami butuh waktu.", MailKind.Answer, SaidOutcome.Nothing)]
    [InlineData("Kabari kami jika konten sudah dihapus.", MailKind.Answer, SaidOutcome.Nothing)]
    [InlineData("The page has been removed.", MailKind.Answer, SaidOutcome.Removed)]
    [InlineData("Please confirm once the page has been removed.", MailKind.Answer, SaidOutcome.Asks)]
    [InlineData("Kami menolak, konten ini tidak melanggar.", MailKind.Answer, SaidOutcome.Refused)]
    [InlineData("The first link has been removed; we will not remove the second.", MailKind.Answer, SaidOutcome.Unclear)]
    [InlineData("Mohon lampirkan dasar hukum.", MailKind.Answer, SaidOutcome.Asks)]
    [InlineData("Laporan Anda telah kami terima.", MailKind.Acknowledgement, SaidOutcome.Nothing)]
    [InlineData("Baik.\r\n> Konten telah dihapus", MailKind.Answer, SaidOutcome.Nothing)]
    [InlineData("Baik.\r\n-----Original Message-----\r\nKonten telah dihapus", MailKind.Answer, SaidOutcome.Nothing)]
    public void What_people_write_is_told_with_what_it_seems_to_say(string text, MailKind kind, SaidOutcome said)
    {
        var reading = Of(MailedOrder.Answer("desk@terjaga.example", text));

        Assert.Equal((kind, said), (reading.Kind, reading.Said));
        Assert.Equal("situs.example", reading.SenderDomain);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\r\n", "I read mail on Mondays.", MailKind.AutoReply)]
    [InlineData("X-Autoreply: yes\r\n", "Saya sedang cuti.", MailKind.AutoReply)]
    [InlineData("Auto-Submitted: auto-generated\r\n", "We have received your report. Ticket #12345.", MailKind.Acknowledgement)]
    [InlineData("Auto-Submitted: auto-generated\r\n", "We have received your report. The page has been removed.", MailKind.Answer)]
    [InlineData("Auto-Submitted: no\r\n", "Halo.", MailKind.Answer)]
    public void What_machines_write_is_told_from_what_people_write(string header, string text, MailKind kind) =>
        Assert.Equal(kind, Of(MailedOrder.Answer("desk@terjaga.example", text, more: header)).Kind);

    [Fact]
    public void Words_of_a_mail_server_in_a_letter_of_a_person_make_no_bounce()
    {
        const string quoted = "Your notice bounced here, look:\r\n\r\nHi. This is the qmail-send program at mail.example.\r\n<a@b.example>:\r\n550 5.1.1 user unknown\r\n--- Below this line is a copy of the message.\r\n";
        var person = MailedOrder.Answer("desk@terjaga.example", quoted);

        Assert.Equal(MailKind.Answer, Of(person).Kind);
        Assert.Equal(MailKind.Bounce, Of("Return-Path: <>\r\n" + person).Kind);
    }

    [Fact]
    public void Only_the_words_of_a_page_are_shown()
    {
        var reading = Of(MailedOrder.Answer(
            "desk@terjaga.example", "<html><head><style>p{color:red}</style><script>alert(1)</script></head><body><p>Sudah&nbsp;kami hapus.</p><img src=x onerror=alert(2)></body></html>",
            more: "Content-Type: text/html\r\n"));

        Assert.Equal("Sudah\u00a0kami hapus.", reading.Text);
        Assert.Equal(SaidOutcome.Removed, reading.Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\u0001\u0002 not a mail at all")]
    [InlineData("just a sentence without any header\r\n\r\nand a body")]
    public void What_is_no_mail_has_a_code(string bytes) => Expect.Problem("mail.invalid", _read.Read(Encoding.UTF8.GetBytes(bytes)));

    [Fact]
    public void A_mail_of_endless_parts_fields_and_lines_is_read_within_bounds()
    {
        var deep = new StringBuilder("From: a@b.example\r\nSubject: x\r\n");
        for (var depth = 0; depth < 2_000; depth++)
            deep.Append("Content-Type: multipart/mixed; boundary=\"").Append('b').Append(depth).Append("\"\r\n\r\n--b").Append(depth).Append("\r\n");
        var wide = new StringBuilder("From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n");
        for (var part = 0; part < 20_000; part++)
            wide.Append("--b\r\nContent-Type: text/plain\r\n\r\na@b.example\r\n");
        var noted = new StringBuilder("Return-Path: <>\r\nFrom: mailer-daemon@b.example\r\nContent-Type: message/delivery-status\r\n\r\n");
        for (var field = 0; field < 50_000; field++)
            noted.Append("Final-Recipient: rfc822; a").Append(field).Append("@b.example\r\nAction: failed\r\n\r\n");

        foreach (var mail in new[] { deep, wide, noted })
        {
            var began = TimeProvider.System.GetTimestamp();
            var reading = Of(mail.ToString());
            Assert.InRange(reading.Recipients.Count, 0, MailLimits.MaxRecipients);
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }
    }

    [Fact]
    public void The_same_mail_is_known_by_whichever_way_it_came()
    {
        var mail = MailedOrder.Answer("desk@terjaga.example", "Baik.");

        Assert.Equal(Of(mail).Fingerprint, Of("Received: from x by y\r\n" + mail).Fingerprint);
        Assert.Equal(Of(mail).Fingerprint, Of("From x@y Tue Nov 24 05:00:00 2026\n" + mail).Fingerprint);
        Assert.NotEqual(Of(mail).Fingerprint, Of(mail.Replace("Baik", "Buruk", StringComparison.Ordinal)).Fingerprint);
    }

    [Fact]
    public void A_file_of_phrases_with_a_group_that_is_none_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, ReplyPhrases.FileName), """{"groups": [{"use": "Removed", "source": "x", "phrases": ["Upper Case"]}]}""");

        Assert.Throws<InvalidDataException>(() => ReplyPhrases.Read(folder.Path));
    }

    /// <summary>That set has true reports of mail servers too; they say so in their header.</summary>
    private static bool IsReport(string file) => File.ReadAllText(file, Encoding.Latin1).Contains("delivery-status", StringComparison.OrdinalIgnoreCase);

    private static MailReading Of(string mail) => Of(Encoding.UTF8.GetBytes(mail));

    private static MailReading Of(byte[] mail) => Expect.Value(_read.Read(mail));
}
