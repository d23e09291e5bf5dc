using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Terjaga.Benchmarks.Intake;

/// <summary>A private PostgreSQL from Debian's binaries, on loopback, as durable as it comes, for one benchmark.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly int _port;

    private PostgresCluster(string folder, int port) => (_folder, _port) = (folder, port);

    /// <summary>Whether PostgreSQL with its pgbench is installed.</summary>
    public static bool IsInstalled => Binary("initdb") is not null && Binary("pgbench") is not null;

    /// <summary>Makes and starts it in a folder of its own.</summary>
    public static async Task<PostgresCluster> StartAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            await Command.RunAsync("chown", ["postgres", folder], cancellationToken);
        var cluster = new PostgresCluster(folder, FreePort());
        await RunAsync("initdb", ["-D", cluster.Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"], cancellationToken);
        await RunAsync(
            "pg_ctl",
            [
                "-D", cluster.Data, "-l", Path.Combine(folder, "log"), "-w",
                "-o", $"-p {cluster._port} -k {folder} -c listen_addresses=127.0.0.1", "start",
            ],
            cancellationToken);
        return cluster;
    }

    public string ConnectionString(string database) => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=30");

    /// <summary>Runs a tool of PostgreSQL against this cluster, over the same loopback as the desk.</summary>
    public Task<string> RunToolAsync(string tool, IEnumerable<string> arguments, CancellationToken cancellationToken) => RunAsync(
        tool, ["-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", .. arguments], cancellationToken);

    public async ValueTask DisposeAsync() =>
        await RunAsync("pg_ctl", ["-D", Data, "-m", "immediate", "-w", "stop"], CancellationToken.None);

    private string Data => Path.Combine(_folder, "data");

    private static string? Binary(string name) => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order().Select(v => Path.Combine(v, "bin", name)).LastOrDefault(File.Exists)
        : null;

    /// <remarks>
    /// PostgreSQL refuses to run as root. The server that pg_ctl leaves behind must not hold our pipes, or we would wait
    /// for its end; so it writes into a file.
    /// </remarks>
    private static async Task<string> RunAsync(string name, string[] arguments, CancellationToken cancellationToken)
    {
        string[] command = [Binary(name)!, .. arguments];
        if (Environment.IsPrivilegedProcess)
            command = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", .. command];
        var quiet = name == "pg_ctl" ? "exec \"$@\" >/dev/null 2>&1 </dev/null" : "exec \"$@\" </dev/null";
        return await Command.RunAsync("/bin/sh", ["-c", quiet, "sh", .. command], cancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
