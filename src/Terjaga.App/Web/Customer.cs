using System.Net;
using System.Net.Sockets;

namespace Terjaga.App.Web;

/// <summary>What stands for one customer's line in a limit of rate.</summary>
internal static class Customer
{
    /// <summary>Bytes of an IPv6 address that name a customer (RFC 6177).</summary>
    private const int CustomerBytes = 8;

    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } =>
            Convert.ToHexString(address.GetAddressBytes(), 0, CustomerBytes),
        _ => address.MapToIPv4().ToString(),
    };
}
