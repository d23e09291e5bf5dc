using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Terjaga.Testing;

/// <summary>A private PostgreSQL from Debian's binaries, on loopback, durable, for one run of the tests.</summary>
public sealed class ScratchPostgres : IAsyncLifetime
{
    private readonly string _folder = Path.Combine("/tmp", "terjaga-pg-" + Path.GetRandomFileName());
    private readonly SemaphoreSlim _preparing = new(1);
    private bool _isPrepared;
    private int _port;
    private string? _missing;

    public async ValueTask InitializeAsync()
    {
        if (Binary("initdb") is null)
        {
            _missing = "PostgreSQL is not installed (apt-get install postgresql).";
            return;
        }

        Directory.CreateDirectory(_folder);
        _port = FreePort();
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", ["postgres", _folder]);
        await RunAsPostgresAsync("initdb", ["-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        await RunAsPostgresAsync(
            "pg_ctl", ["-D", Data, "-l", Path.Combine(_folder, "log"), "-w", "-o", $"-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200", "start"]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_missing is not null)
            return;
        NpgsqlConnection.ClearAllPools();
        await RunAsPostgresAsync("pg_ctl", ["-D", Data, "-m", "immediate", "stop"]);
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The connection string of a new, empty database; in CI a missing PostgreSQL fails, elsewhere it skips.</summary>
    public Task<string> CreateDatabaseAsync(CancellationToken cancellationToken) => CreateAsync("template1", cancellationToken);

    /// <summary>The same, as a copy of a database that <paramref name="prepare"/> was given once.</summary>
    public async Task<string> CreatePreparedAsync(Func<string, Task> prepare, CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (!_isPrepared)
            {
                var template = await CreateAsync("template1", cancellationToken, Prepared);
                await prepare(template);
                NpgsqlConnection.ClearAllPools();
                _isPrepared = true;
            }
        }
        finally
        {
            _preparing.Release();
        }

        return await CreateAsync(Prepared, cancellationToken);
    }

    private const string Prepared = "prepared";

    private async Task<string> CreateAsync(string template, CancellationToken cancellationToken, string? called = null)
    {
        if (_missing is not null && Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(_missing);
        Assert.SkipWhen(_missing is not null, _missing ?? "");
        var name = called ?? "t" + Path.GetRandomFileName().Replace(".", "", StringComparison.Ordinal);
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var create = source.CreateCommand($"CREATE DATABASE \"{name}\" TEMPLATE {template}");
        await create.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionString(name);
    }

    private string Data => Path.Combine(_folder, "data");

    private string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=30");

    private static string? Binary(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(v => Path.Combine(v, "bin", name)).LastOrDefault(File.Exists)
        : null;

    /// <remarks>PostgreSQL refuses to run as root.</remarks>
    private static Task RunAsPostgresAsync(string name, string[] arguments) => Environment.IsPrivilegedProcess
        ? RunAsync("setpriv", ["--reuid=postgres", "--regid=postgres", "--init-groups", Binary(name)!, .. arguments])
        : RunAsync(Binary(name)!, arguments);

    private static async Task RunAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments])
        {
            WorkingDirectory = "/tmp",
        })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
