using System.Net;
using System.Net.Sockets;

namespace Terjaga.Common.Http;

/// <summary>Which network addresses anyone on the internet can reach; all others are refused to a stranger's link.</summary>
public static class PublicAddress
{
    /// <summary>Ranges that are not global unicast, each with its source.</summary>
    private static readonly IPNetwork[] _reserved =
    [
        IPNetwork.Parse("0.0.0.0/8"),          // RFC 791 this network
        IPNetwork.Parse("10.0.0.0/8"),         // RFC 1918 private
        IPNetwork.Parse("100.64.0.0/10"),      // RFC 6598 carrier NAT
        IPNetwork.Parse("127.0.0.0/8"),        // RFC 1122 loopback
        IPNetwork.Parse("169.254.0.0/16"),     // RFC 3927 link-local, cloud metadata
        IPNetwork.Parse("172.16.0.0/12"),      // RFC 1918 private
        IPNetwork.Parse("192.0.0.0/24"),       // RFC 6890 protocol assignments
        IPNetwork.Parse("192.0.2.0/24"),       // RFC 5737 documentation
        IPNetwork.Parse("192.88.99.0/24"),     // RFC 7526 old 6to4 relay
        IPNetwork.Parse("192.168.0.0/16"),     // RFC 1918 private
        IPNetwork.Parse("198.18.0.0/15"),      // RFC 2544 benchmarks
        IPNetwork.Parse("198.51.100.0/24"),    // RFC 5737 documentation
        IPNetwork.Parse("203.0.113.0/24"),     // RFC 5737 documentation
        IPNetwork.Parse("224.0.0.0/3"),        // RFC 5771 multicast, RFC 1112 reserved, broadcast
        IPNetwork.Parse("2001::/23"),          // RFC 2928 protocol assignments, with Teredo (RFC 4380)
        IPNetwork.Parse("2001:db8::/32"),      // RFC 3849 documentation
        IPNetwork.Parse("2002::/16"),          // RFC 3056 6to4: an IPv4 address in disguise
        IPNetwork.Parse("3fff::/20"),          // RFC 9637 documentation
    ];

    /// <summary>Of IPv6 only this range is given out as global unicast (RFC 4291 section 2.4, IANA registry).</summary>
    private static readonly IPNetwork _globalV6 = IPNetwork.Parse("2000::/3");

    /// <summary>Names that never leave a machine or a house (RFC 6761, RFC 6762, RFC 8375, ICANN .internal).</summary>
    private static readonly string[] _localSuffixes =
        ["localhost", "local", "internal", "intranet", "lan", "home.arpa", "home", "corp", "onion", "invalid", "test"];

    /// <summary>True only for a global unicast address; an IPv4 address inside an IPv6 one counts as what it wraps.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !_globalV6.Contains(address))
            return false;
        return !_reserved.Any(network => network.Contains(address));
    }

    /// <summary>True for a name that only means something inside a machine or a house, such as <c>localhost</c>.</summary>
    public static bool IsLocalName(string host) =>
        _localSuffixes.Any(suffix => host.TrimEnd('.') is var name
            && (name.Equals(suffix, StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("." + suffix, StringComparison.OrdinalIgnoreCase)));
}
