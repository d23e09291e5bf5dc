using MimeKit;
using Terjaga.Common.Mail;
using Terjaga.Privacy;
using Terjaga.Takedown;
using Terjaga.Takedown.Replies;
using Terjaga.Tests.Takedown.Notices;

namespace Terjaga.Tests.Takedown;

public sealed class SendMailTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notice_says_its_time_limit_and_when_it_was_signed_as_people_say_it()
    {
        using var message = Compose(SampleNotice.Of());

        var text = message.TextBody;
        Assert.Contains("Batas waktu: 24 jam sejak surat ini Anda terima", text, StringComparison.Ordinal);
        Assert.Contains("Time limit: 24 hours from the moment you receive this", text, StringComparison.Ordinal);
        Assert.Equal(
            [
                "Ditandatangani: Rab, 25 Nov 2026 03.30 WIB (2026-11-24 20:30 UTC)",
                "Signed: Wed, 25 Nov 2026 03:30 WIB (2026-11-24 20:30 UTC)",
            ],
            text!.Split('\n').Select(line => line.Trim()).Where(line => line.EndsWith("UTC)", StringComparison.Ordinal)));
    }

    [Fact]
    public void Links_are_dead_in_the_words_and_exact_in_the_files_and_only_our_own_answer_link_is_alive()
    {
        using var message = Compose(SampleNotice.Of(urls: "https://situs.example/a.b?c=d.e"));

        foreach (var words in new[] { message.TextBody!, message.HtmlBody! })
        {
            Assert.Contains("hxxps://situs[.]example/a.b?c=d.e", words, StringComparison.Ordinal);
            Assert.DoesNotContain("https://situs", words, StringComparison.Ordinal);
        }

        Assert.Equal(2, message.HtmlBody!.Split("https://").Length - 1);
        Assert.Contains("<a href=\"https://terjaga.example/jawab/token0\">", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(["order.json", "xarf.json"], Files(message).Keys);
        Assert.All(Files(message).Values, file => Assert.Contains("\"url\":\"https://situs.example/a.b?c=d.e\"", file, StringComparison.Ordinal));
        Assert.Equal("auto-generated", message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal("dispatch-01a2b3c4-0000-7000-8000-000000000001@localhost", message.MessageId);
    }

    [Fact]
    public void What_an_officer_typed_stays_inside_its_paragraph_and_runs_nowhere()
    {
        using var message = Compose(SampleNotice.Of(SampleNotice.Hostile));
        using var again = Read(Bytes(message));

        Assert.Empty(again.Bcc);
        Assert.Equal(["order.json", "xarf.json"], Files(again).Keys);
        var typed = again.TextBody!.Split('\n').Where(line => line.Contains("Bcc:", StringComparison.Ordinal) || line.Contains("1 tahun", StringComparison.Ordinal));
        Assert.All(typed, line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
        Assert.DoesNotContain(again.TextBody, c => c is '\u202E' or '\u2066' or '\u2028');
        Assert.DoesNotContain("<script", again.HtmlBody!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", again.HtmlBody!, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("://jahat", again.TextBody!.Replace("hxxps://", "", StringComparison.Ordinal).Replace("hxxp://", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_letter_is_the_same_bytes_each_time_also_with_a_packed_file_and_a_signature()
    {
        var notice = SampleNotice.Of(urls: ["https://situs.example/a", "https://situs.example/b"]);
        using var key = new TestDkim();

        var (one, other) = (key.Sign(Compose(notice)), key.Sign(Compose(notice)));

        Assert.Equal(one, other);
        using var message = Read(one);
        Assert.Contains(message.Attachments, part => part.ContentDisposition!.FileName == "xarf.zip");
        Assert.True(key.Verifies(message));
        message.Subject += "!";
        Assert.False(key.Verifies(message));
    }

    private MimeMessage Compose(Notice notice) => Sending().Compose("abuse@situs.example", notice);

    private static Dictionary<string, string> Files(MimeMessage message) => message.Attachments.OfType<MimePart>().ToDictionary(part => part.FileName!, part =>
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(content.ToArray());
    });

    internal static byte[] Bytes(MimeMessage message)
    {
        using var bytes = new MemoryStream();
        message.WriteTo(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static MimeMessage Read(byte[] bytes) => MimeMessage.Load(new MemoryStream(bytes), TestContext.Current.CancellationToken);

    private SendMail Sending() =>
        new(new MailServer(new MailOptions()), new ReplyAddress(DeskKey.Load(Path.Combine(_folder.Path, "desk.key"), mayCreate: true), new MailOptions()));
}
