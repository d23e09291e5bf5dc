using System.Net;

namespace Terjaga.Common.Http;

/// <summary>Tells whether the guarded client would visit an address, by the client's own checks and without connecting.</summary>
public sealed class CheckFetch
{
    private readonly GuardedConnector _connector;

    private readonly Func<string, bool> _isGiven;

    /// <param name="names">Answers for names instead of a look-up; a name that is not in it is looked up, unless this alone is asked.</param>
    /// <param name="isOnlyNames">Whether a name that is not in <paramref name="names"/> is unknown.</param>
    public CheckFetch(HttpOptions options, IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> names, bool isOnlyNames)
    {
        _isGiven = host => names.ContainsKey(host.TrimEnd('.'));
        _connector = new GuardedConnector(options, (host, cancellationToken) => LookUpAsync(host, names, isOnlyNames, cancellationToken), OwnAddresses.Of(null), _isGiven);
    }

    /// <summary>Null where it would be visited; otherwise a code of <c>link.…</c> or <c>fetch.…</c>.</summary>
    public async Task<string?> RunAsync(string address, CancellationToken cancellationToken)
    {
        if (!FetchAddress.Parse(address, _isGiven).TryGet(out var parsed, out var problem))
            return problem.Code;
        try
        {
            await _connector.ResolveAsync(parsed.IdnHost, parsed.Port, cancellationToken);
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Code;
        }
    }

    private static async Task<IPAddress[]> LookUpAsync(
        string host, IReadOnlyDictionary<string, IReadOnlyList<IPAddress>> names, bool isOnlyNames, CancellationToken cancellationToken) =>
        names.TryGetValue(host.TrimEnd('.'), out var known) ? [.. known]
        : isOnlyNames ? []
        : await Dns.GetHostAddressesAsync(host, cancellationToken);
}
