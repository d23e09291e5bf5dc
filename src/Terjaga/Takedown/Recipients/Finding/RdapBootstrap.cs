using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Which RDAP server answers for a name or a network address, as IANA publishes it.</summary>
/// <remarks>RFC 9224: the longest ending and the longest prefix win; an encrypted address is preferred.</remarks>
internal sealed class RdapBootstrap
{
    /// <summary>Largest file that is read, in bytes (2 MiB); the largest of IANA is below 100 KiB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>Deepest nesting: a list of services of two lists each.</summary>
    private const int MaxDepth = 8;

    private readonly Dictionary<string, Uri> _endings = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<KeyValuePair<IPNetwork, Uri>> _networks = [];

    private RdapBootstrap(DateTimeOffset publication) => Publication = publication;

    /// <summary>When IANA published it.</summary>
    public DateTimeOffset Publication { get; }

    /// <summary>How many endings or networks it knows.</summary>
    public int Count => _endings.Count + _networks.Count;

    /// <summary>Null for what is no such file, or one without a single service.</summary>
    public static RdapBootstrap? Parse(BootstrapKind kind, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            return null;
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = MaxDepth });
            var at = DateTimeOffset.Parse(json.RootElement.GetProperty("publication").GetString() ?? "", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
            var read = new RdapBootstrap(at.ToUniversalTime());
            foreach (var service in json.RootElement.GetProperty("services").EnumerateArray())
                read.Add(kind, service);
            return read.Count > 0 ? read : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Null where no server is known for any ending of the name.</summary>
    public Uri? ServerFor(string name)
    {
        for (var rest = name.TrimEnd('.'); ;)
        {
            if (_endings.TryGetValue(rest, out var server))
                return server;
            if (rest.IndexOf('.', StringComparison.Ordinal) is not (>= 0 and var dot))
                return null;
            rest = rest[(dot + 1)..];
        }
    }

    /// <summary>Null where no server is known for the address.</summary>
    public Uri? ServerFor(IPAddress address) =>
        _networks.Where(network => network.Key.Contains(address)).OrderByDescending(network => network.Key.PrefixLength).Select(network => network.Value).FirstOrDefault();

    private void Add(BootstrapKind kind, JsonElement service)
    {
        if (service.ValueKind != JsonValueKind.Array || service.GetArrayLength() < 2 || ServerOf(service[1]) is not { } server)
            return;
        foreach (var key in service[0].EnumerateArray().Select(key => key.GetString() ?? ""))
        {
            if (kind == BootstrapKind.Dns)
                _endings[key.Trim('.')] = server;
            else if (IPNetwork.TryParse(key, out var network))
                _networks.Add(KeyValuePair.Create(network, server));
        }
    }

    private static Uri? ServerOf(JsonElement addresses)
    {
        var servers = addresses.EnumerateArray().Select(address => address.GetString() ?? "")
            .Where(text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
            .Select(text => new Uri(text.EndsWith('/') ? text : text + "/")).ToList();
        return servers.Find(uri => uri.Scheme == Uri.UriSchemeHttps) ?? servers.FirstOrDefault();
    }
}
