using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Terjaga.Common.Http;

/// <summary>
/// Looks a name up once, refuses it if any answer is not public, and gives the addresses that it checked: a second look-up
/// that answers otherwise never happens.
/// </summary>
internal sealed class GuardedConnector
{
    private readonly HttpOptions _options;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _lookUp;
    private readonly Func<string, bool> _isGiven;
    private readonly OwnAddresses _own;
    private readonly Dictionary<string, IPEndPoint> _fixed;

    /// <param name="isGiven">Whether somebody says what a name answers, so that it may be a local one; null where nobody does.</param>
    /// <param name="own">The desk itself.</param>
    public GuardedConnector(
        HttpOptions options, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, OwnAddresses own, Func<string, bool>? isGiven = null)
    {
        (_options, _lookUp, _own, _isGiven) = (options, lookUp, own, isGiven ?? (_ => false));
        _fixed = options.Hosts.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(
            parts => parts[0],
            parts => new IPEndPoint(IPAddress.Parse(parts[1]), int.Parse(parts[2], CultureInfo.InvariantCulture)),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>How many names lead to fixed addresses; 0 on a real desk.</summary>
    public int FixedCount => _fixed.Count;

    /// <summary>Whether a name leads to a fixed address: a rehearsal, which has no certificates.</summary>
    public bool IsFixed(string host) => _fixed.ContainsKey(host);

    /// <summary>The end points that may be connected to. Throws <see cref="RefusedException"/>.</summary>
    public async Task<IPEndPoint[]> ResolveAsync(string host, int port, CancellationToken cancellationToken)
    {
        if (_fixed.TryGetValue(host, out var known))
            return [known];
        if (!_options.Ports.Contains(port))
            throw new RefusedException("fetch.port");
        if (PublicAddress.IsLocalName(host) && !_isGiven(host))
            throw new RefusedException("fetch.private-address");
        if (_own.IsName(host))
            throw new RefusedException("fetch.our-own");

        var addresses = await LookUpAsync(host, cancellationToken);
        if (addresses.Length == 0)
            throw new RefusedException("fetch.name-unknown");
        if (!addresses.All(PublicAddress.IsPublic))
            throw new RefusedException("fetch.private-address");
        return addresses.Any(_own.Contains)
            ? throw new RefusedException("fetch.our-own")
            : Array.ConvertAll(addresses, address => new IPEndPoint(address, port));
    }

    private async Task<IPAddress[]> LookUpAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return [literal];
        try
        {
            return await _lookUp(host, cancellationToken);
        }
        catch (SocketException exception)
        {
            // Only "there is no such name" is said of the name; everything else is said of our resolver.
            return exception.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData ? [] : throw new RefusedException("fetch.name-unanswered");
        }
    }
}
