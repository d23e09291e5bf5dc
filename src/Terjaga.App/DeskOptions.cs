using System.Collections.Frozen;

namespace Terjaga.App;

/// <summary>What the operator chose for this process: where it listens, where it keeps its data, what it does.</summary>
public sealed record DeskOptions
{
    /// <summary>Name of the setting that holds the addresses to listen on.</summary>
    public const string UrlsKey = "Urls";

    /// <summary>Name of the setting that holds the data folder.</summary>
    public const string DataFolderKey = "DataFolder";

    /// <summary>Name of the setting that holds the roles.</summary>
    public const string RolesKey = "Roles";

    /// <summary>Name of the setting that holds the connection string of PostgreSQL.</summary>
    public const string ConnectionStringKey = "Database:ConnectionString";

    /// <summary>Name of the setting that holds the address at which the world reaches the desk.</summary>
    public const string PublicUrlKey = "PublicUrl";

    /// <summary>Name of the setting that fills the desk with invented lists.</summary>
    public const string DemoKey = "Demo";

    /// <summary>Only this machine: nothing is open to a network until the operator says so.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Taken in the folder where the command was given.</summary>
    public const string DefaultDataFolder = "terjaga-data";

    /// <summary>Serves pages and calls.</summary>
    public const string WebRole = "web";

    /// <summary>Does the queued work.</summary>
    public const string WorkerRole = "worker";

    /// <summary>All roles that a process can have.</summary>
    public static readonly FrozenSet<string> KnownRoles = FrozenSet.ToFrozenSet([WebRole, WorkerRole]);

    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public required string Urls { get; init; }

    /// <summary>Full path of the data folder.</summary>
    public required string DataFolder { get; init; }

    public required IReadOnlySet<string> Roles { get; init; }

    /// <summary>PostgreSQL; null for the embedded database.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Where the world reaches the desk: in notices and invitations. Default: the first address listened on.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Brings invented lists of companies, and says so on every answer.</summary>
    public bool IsDemo { get; init; }

    public bool IsWeb => Roles.Contains(WebRole);

    public bool IsWorker => Roles.Contains(WorkerRole);

    /// <summary>Reads the settings; what is not set gets its default.</summary>
    public static DeskOptions From(IConfiguration settings) => new()
    {
        Urls = settings[UrlsKey] ?? DefaultUrls,
        DataFolder = Path.GetFullPath(settings[DataFolderKey] ?? DefaultDataFolder),
        Roles = ReadRoles(settings[RolesKey]),
        ConnectionString = settings[ConnectionStringKey],
        IsDemo = settings.GetValue<bool>(DemoKey),
        PublicUrl = new Uri(settings[PublicUrlKey] ?? FirstOf(settings[UrlsKey] ?? DefaultUrls)),
    };

    /// <summary>The first address, with this machine's name where any address is listened on.</summary>
    private static string FirstOf(string urls) =>
        urls.Split(';')[0].Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal);

    /// <summary>Reads roles as typed, <c>web,worker</c>; nothing typed means all of them.</summary>
    public static IReadOnlySet<string> ReadRoles(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? KnownRoles
            : text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
