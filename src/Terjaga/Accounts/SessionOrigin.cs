using System.Net;
using System.Net.Sockets;

namespace Terjaga.Accounts;

/// <summary>Where a session began, coarse on purpose: enough for an officer to know their own, too little to follow anybody.</summary>
public sealed record SessionOrigin(string Agent, string Network)
{
    /// <summary>Longest part, in characters.</summary>
    public const int MaxLength = 40;

    /// <summary>More special names first: each of these browsers also says the names below it.</summary>
    private static readonly string[] _browsers = ["Edg", "OPR", "Firefox", "Chrome", "Safari"];

    private static readonly string[] _systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];

    /// <summary>Kind of browser and of machine; first half of an IPv4 address, first third of an IPv6 one.</summary>
    public static SessionOrigin Of(string? userAgent, IPAddress? address) =>
        new($"{First(_browsers, userAgent)} · {First(_systems, userAgent)}", Coarse(address));

    private static string First(string[] names, string? text) =>
        Array.Find(names, name => text?.Contains(name, StringComparison.Ordinal) == true) switch
        {
            null => "?",
            "Edg" => "Edge",
            "OPR" => "Opera",
            var name => name,
        };

    private static string Coarse(IPAddress? address)
    {
        if (address is null)
            return "?";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = plain.GetAddressBytes();
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? $"{bytes[0]}.{bytes[1]}.x.x"
            : $"{bytes[0]:x2}{bytes[1]:x2}:{bytes[2]:x2}{bytes[3]:x2}::";
    }
}
