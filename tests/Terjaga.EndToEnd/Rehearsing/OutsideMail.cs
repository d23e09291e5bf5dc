using System.Buffers;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using static Terjaga.EndToEnd.Rehearsing.FictionalPlatform;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>The mail server of all platforms of a rehearsal that are told by mail.</summary>
internal sealed class OutsideMail : IAsyncDisposable
{
    private const string Prefix = "dispatch-";

    private readonly SmtpServer.SmtpServer _server;
    private readonly CancellationTokenSource _stop = new();
    private Task _running = Task.CompletedTask;

    public OutsideMail(OutsideWorld world)
    {
        var services = new ServiceCollection().AddSingleton<IMessageStore>(new Inbox(world)).AddSingleton<IMailboxFilter>(new Door(world)).BuildServiceProvider();
        _server = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("surat.example").Endpoint(e => e.Port(Port)).Build(), services);
    }

    public int Port { get; } = DeskProcess.FreePort();

    public void Start() => _running = _server.StartAsync(_stop.Token);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    /// <summary>What a mail server sends back that could not deliver, as RFC 3464 has it.</summary>
    private static string Bounce(MimeMessage message, string to) =>
        $"""
        Return-Path: <>
        From: MAILER-DAEMON@surat.example
        To: {message.ReplyTo.Mailboxes.Single().Address}
        Subject: Undelivered Mail Returned to Sender
        Date: Tue, 24 Nov 2026 05:00:00 +0000
        Message-ID: <bounce-{message.MessageId}>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; surat.example

        Final-Recipient: rfc822; {to}
        Action: failed
        Status: 5.1.1
        Diagnostic-Code: smtp; 550 5.1.1 <{to}>: Recipient address rejected

        --b
        Content-Type: text/rfc822-headers

        Message-ID: <{message.MessageId}>

        --b--

        """.ReplaceLineEndings("\r\n");

    private sealed class Door(OutsideWorld world) : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(world.At(to.Host)?.Takes != Taking.RefusesForGood);
    }

    private sealed class Inbox(OutsideWorld world) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var message = await MimeMessage.LoadAsync(stream, cancellationToken);

            // What the desk writes to its own officers is no letter.
            if (world.At(transaction.To[0].Host) is not { } platform || message.MessageId?.StartsWith(Prefix, StringComparison.Ordinal) != true)
                return SmtpResponse.Ok;
            var letter = message.MessageId.Split('@')[0][Prefix.Length..];
            if (platform.Takes == Taking.RefusesForNow && world.IsTurnedAway(letter))
                return new SmtpResponse(SmtpReplyCode.Aborted, "try again later");
            world.Take(platform, letter, await OrdersAsync(message, cancellationToken));
            if (platform.Takes == Taking.Bounces && world.Bounce is { } bounce)
                _ = bounce(Bounce(message, platform.Address));
            return SmtpResponse.Ok;
        }

        private static async Task<JsonNode> OrdersAsync(MimeMessage message, CancellationToken cancellationToken)
        {
            var part = message.Attachments.OfType<MimePart>().Single(p => p.FileName == "order.json");
            using var json = new MemoryStream();
            await part.Content!.DecodeToAsync(json, cancellationToken);
            return JsonNode.Parse(json.ToArray())!;
        }
    }
}
