using System.Net;
using System.Net.NetworkInformation;

namespace Terjaga.Common.Http;

/// <summary>What leads back to this desk: its public name, and every address of this machine.</summary>
/// <param name="name">Null where the desk has no public name.</param>
internal sealed class OwnAddresses(string? name, IReadOnlySet<IPAddress> addresses)
{
    /// <summary>Reads the addresses of this machine once; a machine that gets another one is started again.</summary>
    public static OwnAddresses Of(DeskAddress? desk) => new(
        desk?.Page("/").IdnHost,
        NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses).Select(a => a.Address).ToHashSet());

    public bool Contains(IPAddress address) => addresses.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);

    public bool IsName(string host) => name is not null && host.TrimEnd('.').Equals(name, StringComparison.OrdinalIgnoreCase);
}
