using MimeKit;
using Terjaga.Accounts;
using Terjaga.Casework;
using Terjaga.Takedown;
using Terjaga.Tests.Casework;

namespace Terjaga.Tests.Takedown.Replies;

/// <summary>A desk that has sent one notice by mail, and the mails that could come back.</summary>
internal sealed class MailedOrder : IAsyncDisposable
{
    public const string Contact = "abuse@situs.example";

    private readonly TestSite _site;
    private readonly TestMail _mail;

    private MailedOrder(TestSite site, TestMail mail, TestDesk desk) => (_site, _mail, Desk) = (site, mail, desk);

    public TestDesk Desk { get; }

    /// <summary>The notice as the recipient's server took it.</summary>
    public MimeMessage Notice => _mail.Taken[0];

    public string ReplyTo => Notice.ReplyTo.Mailboxes.Single().Address;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<MailedOrder> SendAsync(string database, ScratchPostgres postgres, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var (site, mail) = (await TestSite.StartAsync(), new TestMail());
        site.Pages["/a"] = "<p>Lowongan kerja Kamboja</p>";
        Dictionary<string, string?> all = new([.. site.Settings, .. mail.Settings, .. settings ?? new Dictionary<string, string?>()]);
        var sent = new MailedOrder(site, mail, await TestDesk.OpenAsync(database, postgres, all));
        await sent.OrderAsync();
        return sent;
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await _mail.DisposeAsync();
        await _site.DisposeAsync();
    }

    /// <summary>A mail of somebody to an address.</summary>
    public static string Answer(string to, string text, string id = "a1@situs.example", string more = "") =>
        $"From: Abuse Desk <{Contact}>\r\nTo: {to}\r\nSubject: Re: Perintah\r\nDate: Tue, 24 Nov 2026 05:00:00 +0000\r\nMessage-ID: <{id}>\r\n{more}\r\n{text}\r\n";

    /// <summary>The report of a mail server about the notice, as RFC 3464 has it.</summary>
    public string Bounce(string to, string status = "5.1.1", string action = "failed") =>
        $"""
        Return-Path: <>
        From: MAILER-DAEMON@mail.example
        To: {to}
        Subject: Undelivered Mail Returned to Sender
        Date: Tue, 24 Nov 2026 05:00:00 +0000
        Message-ID: <b-{status}-{action}@mail.example>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; {Contact}
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} <{Contact}>: Recipient address rejected

        --b
        Content-Type: text/rfc822-headers

        From: desk@terjaga.example
        Message-ID: <{Notice.MessageId}>

        --b--

        """;

    private async Task OrderAsync()
    {
        var id = await DecideCaseTests.OpenAsync(Desk, $"http://{TestSite.Host}/a");
        Expect.Value(await DecideCaseTests.DecideAsync(Desk, id, Role.Kp2miAnalyst, 0, CaseStep.Verify));
        Expect.Value(await DecideCaseTests.DecideAsync(Desk, id, Role.Kp2miApprover, 1, CaseStep.HandOver));
        var recipient = Expect.Value(await Desk.RunAsync<SaveRecipient, Result<SaveRecipient.Saved>>(save => save.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), "Situs", TestSite.Host, RecipientChannel.Mail, Contact, null, false, ""), Stop)));
        Expect.Value(await SwitchRecipientTests.SwitchAsync(Desk, TestDesk.As(Role.Administrator), recipient.Id, isEnabled: true));
        var bases = await Desk.RunAsync<ListLegalBases, IReadOnlyList<ListLegalBases.Row>>(list => list.RunAsync(Stop));
        Expect.Value(await Desk.RunAsync<DraftOrders, Result<DraftOrders.Drafted>>(draft => draft.RunAsync(
            new(TestDesk.As(Role.KomdigiOfficer), id, 2, recipient.Id, bases.Single(b => b.Deadline == TimeSpan.FromHours(24)).Id, "Tanda bahaya ditemukan."), Stop)));
        Expect.Value(await Desk.RunAsync<SignOrders, Result<SignOrders.Signed>>(sign => sign.RunAsync(new(TestDesk.As(Role.KomdigiApprover), id, 3, "Sudah tepat."), Stop)));
        await Desk.WorkAsync();
    }
}
