using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Terjaga.Common.Http;

namespace Terjaga.Tests.Common.Http;

/// <summary>A site that answers each path with the bytes that it was told, however wrong they are; and a canary beside it.</summary>
internal sealed class HostileSite : IAsyncDisposable
{
    /// <summary>Names that the guarded client finds here.</summary>
    public const string Host = "r.example";

    private readonly Socket _site = Listen();

    private readonly Socket _canary = Listen();

    private readonly CancellationTokenSource _stopping = new();

    private readonly List<Task> _running;

    private readonly X509Certificate2? _certificate;

    /// <param name="certificate">With it the site speaks HTTPS.</param>
    public HostileSite(X509Certificate2? certificate = null)
    {
        _certificate = certificate;
        _running = Run();
    }

    private List<Task> Run() =>
    [
        AcceptAsync(_site, AnswerAsync),
        AcceptAsync(_canary, async (socket, _) =>
        {
            Escapes.Enqueue(socket.LocalEndPoint?.ToString() ?? "");
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\ncanary"u8.ToArray());
        }),
    ];

    /// <summary>What each path writes; it may write for ever.</summary>
    public Dictionary<string, Func<Stream, CancellationToken, Task>> Paths { get; } = [];

    /// <summary>The first lines of the requests that came, with their headers.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>Connections to the canary, which nobody may reach.</summary>
    public ConcurrentQueue<string> Escapes { get; } = [];

    /// <summary>The port of the canary, on every address of this machine.</summary>
    public int Canary => ((IPEndPoint)_canary.LocalEndPoint!).Port;

    public string Line(string name = Host) => $"{name} 127.0.0.1 {((IPEndPoint)_site.LocalEndPoint!).Port}";

    public HttpOptions Options => new() { Hosts = [Line(), Line("public.example")], Ports = [80, 443, Canary] };

    public GuardedClient Client() => new(
        new GuardedConnector(Options, (name, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(name == "inside.example" ? "127.0.0.1" : "203.0.112.7")]), OwnAddresses.Of(null)), TimeProvider.System);

    /// <summary>An ordinary answer.</summary>
    public HostileSite Says(string path, string body, string headers = "Content-Type: text/html; charset=utf-8", string status = "200 OK") =>
        Says(path, Encoding.UTF8.GetBytes(body), headers, status);

    public HostileSite Says(string path, byte[] body, string headers, string status = "200 OK") => Writes(path, async (to, cancellationToken) =>
    {
        await to.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), cancellationToken);
        await to.WriteAsync(body, cancellationToken);
    });

    public HostileSite Redirects(string path, string location, string status = "302 Found") =>
        Says(path, "", $"Location: {location}", status);

    public HostileSite Writes(string path, Func<Stream, CancellationToken, Task> write)
    {
        Paths[path] = write;
        return this;
    }

    public static byte[] Packed(Func<Stream, Stream> pack, long bytes)
    {
        using var packed = new MemoryStream();
        using (var into = pack(packed))
        {
            var zeros = new byte[64 * 1024];
            for (var left = bytes; left > 0; left -= zeros.Length)
                into.Write(zeros, 0, (int)Math.Min(left, zeros.Length));
        }

        return packed.ToArray();
    }

    public static Stream Gzip(Stream into) => new GZipStream(into, CompressionLevel.SmallestSize, leaveOpen: true);

    public static Stream Brotli(Stream into) => new BrotliStream(into, CompressionLevel.Optimal, leaveOpen: true);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _site.Dispose();
        _canary.Dispose();
        await Task.WhenAll(_running);
        _stopping.Dispose();
    }

    private static Socket Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        socket.Listen();
        return socket;
    }

    private async Task AcceptAsync(Socket listener, Func<Socket, CancellationToken, Task> answer)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(_stopping.Token);
                _ = Task.Run(async () =>
                {
                    using (socket)
                        await answer(socket, _stopping.Token).ContinueWith(_ => { }, TaskScheduler.Default); // The other side may hang up at any time.
                });
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task<Stream> OpenAsync(NetworkStream plain, CancellationToken cancellationToken)
    {
        if (_certificate is null)
            return plain;
        var encrypted = new SslStream(plain);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, cancellationToken);
        return encrypted;
    }

    private async Task AnswerAsync(Socket socket, CancellationToken cancellationToken)
    {
        await using var stream = await OpenAsync(new NetworkStream(socket), cancellationToken);
        var head = new StringBuilder();
        var buffer = ArrayPool<byte>.Shared.Rent(4096);
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(buffer, cancellationToken) is > 0 and var read)
            head.Append(Encoding.Latin1.GetString(buffer, 0, read));
        Requests.Enqueue(head.ToString());
        if (head.ToString().Split(' ') is [_, var path, ..] && Paths.TryGetValue(path, out var write))
            await write(stream, cancellationToken);
        else
            await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), cancellationToken);
    }
}
