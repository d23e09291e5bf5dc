using Microsoft.EntityFrameworkCore;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>The registries of IANA that the desk goes by: those that ship with it, or newer ones that were fetched.</summary>
internal sealed class Bootstraps(string folder)
{
    /// <summary>Where they are in the folder of data.</summary>
    public const string FolderName = "rdap";

    private readonly Dictionary<BootstrapKind, Lazy<RdapBootstrap>> _shipped = Enum.GetValues<BootstrapKind>().ToDictionary(
        kind => kind, kind => new Lazy<RdapBootstrap>(() => Read(folder, kind)));

    /// <summary>Address at IANA of a registry.</summary>
    public static string AddressOf(BootstrapKind kind) => $"https://data.iana.org/rdap/{FileOf(kind)}";

    public async Task<RdapBootstrap> NewestAsync(TerjagaDb db, BootstrapKind kind, CancellationToken cancellationToken)
    {
        var shipped = _shipped[kind].Value;
        var stored = await db.Bootstraps.AsNoTracking().SingleOrDefaultAsync(b => b.Kind == kind && b.Publication > shipped.Publication, cancellationToken);
        return stored is null ? shipped : RdapBootstrap.Parse(kind, stored.Body) ?? shipped;
    }

    private static string FileOf(BootstrapKind kind) => kind switch
    {
        BootstrapKind.Dns => "dns.json",
        BootstrapKind.Ipv4 => "ipv4.json",
        _ => "ipv6.json",
    };

    private static RdapBootstrap Read(string folder, BootstrapKind kind) =>
        RdapBootstrap.Parse(kind, File.ReadAllBytes(Path.Combine(folder, FolderName, FileOf(kind))))
        ?? throw new InvalidDataException($"{FolderName}/{FileOf(kind)} is no registry of RDAP servers.");
}
