using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Terjaga.EndToEnd;

/// <summary>The built executable as a process of its own, which can be killed and started again on the same data.</summary>
internal sealed partial class DeskProcess : IAsyncDisposable
{
    private readonly Dictionary<string, string> _settings;
    private readonly List<string> _said = [];
    private readonly string _roles;
    private readonly bool _ownsData;
    private Process? _process;

    public DeskProcess(IReadOnlyDictionary<string, string>? settings = null, int? port = null)
        : this(settings, port, "web,worker", data: null)
    {
    }

    private DeskProcess(IReadOnlyDictionary<string, string>? settings, int? port, string roles, string? data)
    {
        _settings = settings?.ToDictionary() ?? [];
        _settings.TryAdd("Browser__Program", "");
        // Scripts sign in by a password; the walk of passkeys asks for both factors.
        _settings.TryAdd("Accounts__SecondFactor", "optional");
        Port = port ?? FreePort();
        _roles = roles;
        _ownsData = data is null;
        Data = data ?? Path.Combine(Path.GetTempPath(), "terjaga-e2e-" + Path.GetRandomFileName());
        Directory.CreateDirectory(Data);
    }

    public int Port { get; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    public string Data { get; }

    /// <summary>How long the last start took, until it listened.</summary>
    public TimeSpan StartTook { get; private set; }

    /// <summary>The token of the first administrator's link, as the first start printed it.</summary>
    public string? FirstToken { get; private set; }

    /// <summary>All that it wrote to standard error.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    /// <summary>The end of what it wrote.</summary>
    public string LastSaid => Said is { Length: > 4_000 } said ? said[^4_000..] : Said;

    /// <summary>Peak of the resident memory, in bytes, as the kernel counts it.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static string Executable { get; } =
        Path.Combine(SharedFolder.Root, "artifacts", "bin", "Terjaga.App", "release", "Terjaga.App");

    /// <summary>Another process beside this one, on the same data, that only works.</summary>
    public DeskProcess NewWorker() => new(_settings, port: null, "worker", Data);

    /// <summary>Starts it with a staff that has joined before; <see cref="Staff.JoinAsync"/> signs them in.</summary>
    public async Task StartStaffedAsync(CancellationToken cancellationToken)
    {
        await StaffedFolder.CopyAsync(Data);
        await StartAsync(cancellationToken);
    }

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        Assert.True(File.Exists(Executable), $"{Executable} is not built (dotnet build -c Release).");
        var start = new ProcessStartInfo(Executable, ["start", "--urls", Address.ToString().TrimEnd('/'), "--data", Data, "--role", _roles])
        {
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _settings)
            start.Environment["TERJAGA_" + name] = value;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, listening);
        _process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The desk ended: " + Said));
        _process.Start();
        _process.BeginErrorReadLine();
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
        StartTook = TimeProvider.System.GetElapsedTime(began);
    }

    /// <summary>Runs a verb of the same executable on the same data, as a process of its own beside the desk; gives how it ended.</summary>
    public async Task<int> RunVerbAsync(string verb, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Executable, [verb, "--data", Data])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in _settings)
            start.Environment["TERJAGA_" + name] = value;
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>SIGTERM; gives how it ended.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        using (Process.Start("kill", ["-TERM", _process!.Id.ToString(CultureInfo.InvariantCulture)]))
            await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            try
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
            catch (InvalidOperationException)
            {
                // It has ended by itself, which is what the test wanted.
            }
        }

        if (_ownsData)
            Directory.Delete(Data, recursive: true);
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Hear(string? line, TaskCompletionSource listening)
    {
        if (line is null)
            return;
        lock (_said)
            _said.Add(line);
        if (FirstLink().Match(line) is { Success: true } link)
            FirstToken = link.Groups[1].Value;
        if (line.StartsWith("Listening on http://", StringComparison.Ordinal))
            listening.TrySetResult();
    }

    [GeneratedRegex(@"/undangan/([\w-]+)")]
    private static partial Regex FirstLink();
}
