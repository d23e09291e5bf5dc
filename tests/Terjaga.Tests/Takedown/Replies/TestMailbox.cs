using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Terjaga.Tests.Takedown.Replies;

/// <summary>An IMAP server on loopback with one folder: as much of RFC 3501 as the desk asks for.</summary>
internal sealed class TestMailbox : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _mails;
    private readonly Task _running;

    public TestMailbox(params string[] mails)
    {
        _mails = [.. mails];
        _listener.Start();
        _running = RunAsync();
    }

    /// <summary>Flags of each mail by its number, from 1.</summary>
    public ConcurrentDictionary<int, string> Flags { get; } = new();

    public Dictionary<string, string?> Settings => new()
    {
        ["Replies:Host"] = "127.0.0.1",
        ["Replies:Port"] = ((IPEndPoint)_listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Replies:UserName"] = "desk",
        ["Replies:Password"] = "secret",
        ["Replies:IsEncrypted"] = "false",
    };

    public void Add(string mail) => _mails.Add(mail);

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
            using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
            await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1] ready");
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                var words = line.Split(' ', 3);
                await writer.WriteAsync(Answer(words[1].ToUpperInvariant(), words.ElementAtOrDefault(2) ?? ""));
                await writer.WriteLineAsync($"{words[0]} OK {(words[1].Equals("SELECT", StringComparison.OrdinalIgnoreCase) ? "[READ-WRITE] " : "")}done");
                if (words[1].Equals("LOGOUT", StringComparison.OrdinalIgnoreCase))
                    break;
            }
        }
    }

    private string Answer(string verb, string rest) => verb switch
    {
        "CAPABILITY" => "* CAPABILITY IMAP4rev1\r\n",
        "LIST" => "* LIST () \"/\" INBOX\r\n",
        "SELECT" => $"* FLAGS (\\Seen \\Flagged)\r\n* {_mails.Count} EXISTS\r\n* 0 RECENT\r\n* OK [PERMANENTFLAGS (\\Seen \\Flagged)] fine\r\n* OK [UIDVALIDITY 1] fine\r\n* OK [UIDNEXT 99] fine\r\n",
        "LOGOUT" => "* BYE\r\n",
        "UID" => ByNumber(rest.Split(' ')),
        _ => "",
    };

    private string ByNumber(string[] words)
    {
        switch (words[0].ToUpperInvariant())
        {
            case "SEARCH":
                return $"* SEARCH {string.Join(' ', Enumerable.Range(1, _mails.Count).Where(id => !Flags.ContainsKey(id)))}\r\n";
            case "FETCH":
                var mail = _mails[int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture) - 1];
                return $"* {words[1]} FETCH (UID {words[1]} BODY[]<0> {{{mail.Length}}}\r\n{mail})\r\n";
            case "STORE":
                Flags[int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture)] = words[3].Trim('(', ')');
                return "";
            default:
                return "";
        }
    }
}
