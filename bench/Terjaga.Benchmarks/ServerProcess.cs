using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Terjaga.Benchmarks;

/// <summary>A server as a process of its own on loopback, with its log in a file as an operator would keep it.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startPatience = TimeSpan.FromSeconds(60);

    /// <summary>The contract of the desk is ten seconds.</summary>
    private static readonly TimeSpan _stopPatience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly string _log;

    private ServerProcess(Process process, Uri address, string log) => (_process, Address, _log) = (process, address, log);

    public Uri Address { get; }

    /// <summary>Processor time of all its threads since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>VmRSS, in MB of a million bytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            _process.Refresh();
            return Math.Round(_process.WorkingSet64 / 1e6, 1);
        }
    }

    /// <summary>The token of the first administrator's link; null if this start printed none.</summary>
    public string? FirstToken => FirstLink().Match(File.ReadAllText(_log)) is { Success: true } link ? link.Groups[1].Value : null;

    public bool HasEnded => _process.HasExited;

    /// <summary>The desk as an operator starts it, not yet listening.</summary>
    /// <param name="connectionString">PostgreSQL; null for the embedded database in the folder.</param>
    public static ServerProcess BeginDesk(string data, string? connectionString = null)
    {
        var address = FreeAddress();
        return Begin(Checkout.Desk, ["start", "--urls", Text(address), "--data", data], address, data + ".log", connectionString);
    }

    public static Task<ServerProcess> StartDeskAsync(
        string data, CancellationToken cancellationToken, string? connectionString = null) =>
        BeginDesk(data, connectionString).ListeningAsync(cancellationToken);

    /// <summary>One of <see cref="Servers"/>, from this program.</summary>
    public static Task<ServerProcess> StartOwnAsync(string verb, string data, CancellationToken cancellationToken)
    {
        var address = FreeAddress();
        return Begin(Environment.ProcessPath!, [verb, Text(address), data], address, data + "." + verb + ".log", null)
            .ListeningAsync(cancellationToken);
    }

    /// <summary>SIGTERM, as an operator stops it.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        using var term = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(cancellationToken).WaitAsync(_stopPatience, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static ServerProcess Begin(string program, string[] arguments, Uri address, string log, string? connectionString)
    {
        // What an earlier start said about its listening must not be taken for this one's.
        File.Delete(log);
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\" 2>&1 </dev/null", log, program, .. arguments]);
        // Scripts sign in by a password.
        start.Environment["TERJAGA_Accounts__SecondFactor"] = "optional";
        if (connectionString is not null)
            start.Environment["TERJAGA_Database__ConnectionString"] = connectionString;
        return new ServerProcess(Process.Start(start)!, address, log);
    }

    private async Task<ServerProcess> ListeningAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.StartNew();
        while (!File.Exists(_log) || !(await File.ReadAllTextAsync(_log, cancellationToken)).Contains("Listening on http://", StringComparison.Ordinal))
        {
            if (_process.HasExited || begun.Elapsed > _startPatience)
                throw new InvalidOperationException($"{Address} did not start: {await File.ReadAllTextAsync(_log, cancellationToken)}");
            await Task.Delay(20, cancellationToken);
        }

        return this;
    }

    private static string Text(Uri address) => address.ToString().TrimEnd('/');

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{listener.LocalEndpoint}"));
    }

    [GeneratedRegex(@"/undangan/([\w-]+)")]
    private static partial Regex FirstLink();
}
