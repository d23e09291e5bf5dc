using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using SmtpServer;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Terjaga.Tests;

/// <summary>A mail server on loopback that keeps what it takes.</summary>
internal sealed class TestMail : IAsyncDisposable
{
    private readonly ConcurrentQueue<MimeMessage> _taken = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly int _port = FreePort();

    public TestMail()
    {
        var services = new ServiceCollection().AddSingleton<IMessageStore>(new Inbox(this)).BuildServiceProvider();
        var server = new SmtpServer.SmtpServer(
            new SmtpServerOptionsBuilder().ServerName("mail.example").Endpoint(endpoint => endpoint.Port(_port)).Build(), services);
        _running = server.StartAsync(_stop.Token);
    }

    /// <summary>What it says to each mail; it keeps what it takes.</summary>
    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    public IReadOnlyList<MimeMessage> Taken => [.. _taken];

    /// <summary>Settings under which a desk uses it.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = _port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:From"] = "desk@terjaga.example",
        ["Mail:IsEncrypted"] = "false",
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Inbox(TestMail mail) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            if (mail.Answer == SmtpResponse.Ok)
                mail._taken.Enqueue(await MimeMessage.LoadAsync(bytes, cancellationToken));
            return mail.Answer;
        }
    }
}
