using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Terjaga.Tests.Takedown.Faults;

/// <summary>A mail server on loopback that misbehaves as it is told, one manner a connection; when none is left it takes the mail.</summary>
internal sealed class FaultyMail : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public FaultyMail()
    {
        _listener.Start();
        _running = RunAsync();
    }

    public enum Manner
    {
        /// <summary>RFC 5321 section 4.2.1: a reply of 4yz.</summary>
        RefusesForNow,

        /// <summary>A reply of 5yz to the address.</summary>
        RefusesForGood,

        /// <summary>It reads the whole mail and hangs up without a word: nobody knows whether it has it.</summary>
        HangsUpAfterwards,

        HangsUpAtOnce,

        /// <summary>It takes the connection and says nothing.</summary>
        IsSilent,
    }

    public ConcurrentQueue<Manner> Manners { get; } = new();

    /// <summary>Identities of the mails that it has read to the end.</summary>
    public ConcurrentQueue<string> Read { get; } = new();

    public Dictionary<string, string?> Settings => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:From"] = "desk@terjaga.example",
        ["Mail:IsEncrypted"] = "false",
        ["Replies:AlarmMail"] = "petugas@terjaga.example",
    };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await ServeAsync(client, Manners.TryDequeue(out var manner) ? manner : null);
            }
            catch (IOException)
            {
                // The desk hung up first, as after a silence.
            }
        }
    }

    private async Task ServeAsync(TcpClient client, Manner? manner)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        if (manner == Manner.HangsUpAtOnce)
            return;
        if (manner != Manner.IsSilent)
            await writer.WriteLineAsync("220 mail.example");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ')[0].ToUpperInvariant();
            if (verb == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                await ReadMailAsync(reader);
                if (manner == Manner.HangsUpAfterwards)
                    return;
            }

            await writer.WriteLineAsync(Reply(verb, manner));
        }
    }

    private static string Reply(string verb, Manner? manner) => (verb, manner) switch
    {
        ("RCPT", Manner.RefusesForNow) => "451 4.7.1 try again later",
        ("RCPT", Manner.RefusesForGood) => "550 5.1.1 no such mailbox",
        ("QUIT", _) => "221 bye",
        _ => "250 mail.example",
    };

    private async Task ReadMailAsync(StreamReader reader)
    {
        const string Identity = "Message-Id:";
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
        {
            if (line.StartsWith(Identity, StringComparison.OrdinalIgnoreCase))
                Read.Enqueue(line[Identity.Length..].Trim(' ', '<', '>'));
        }
    }
}
