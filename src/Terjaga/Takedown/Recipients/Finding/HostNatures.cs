using System.Collections.Frozen;
using System.Text.Json;
using Terjaga.Screening.Identifiers;

namespace Terjaga.Takedown.Recipients.Finding;

/// <summary>Tells shorteners, shared hosts and hosts of offices from sites of their own, by dated lists.</summary>
internal sealed class HostNatures
{
    /// <summary>Where the list of shared hosts is in the folder of data.</summary>
    public const string FileName = "recipients/shared-hosts.json";

    private const string PrivateBegin = "// ===BEGIN PRIVATE DOMAINS===", PrivateEnd = "// ===END PRIVATE DOMAINS===";

    private readonly PublicSuffixList _suffixes;
    private readonly FrozenSet<string> _shorteners, _official, _shared;
    private readonly IReadOnlyList<string> _endings;

    private HostNatures(Gazetteer gazetteer, FrozenSet<string> shared)
    {
        _suffixes = gazetteer.Suffixes;
        _shorteners = gazetteer.Hosts.Shorteners.ToFrozenSet(StringComparer.Ordinal);
        _official = gazetteer.Hosts.Official.ToFrozenSet(StringComparer.Ordinal);
        _endings = [.. gazetteer.Hosts.OfficialEndings.Select(ending => "." + ending)];
        _shared = shared;
    }

    /// <param name="Hosts">Hosts below which pages of many stand.</param>
    private sealed record SharedHosts(DateOnly AsOf, string Source, IReadOnlyList<string> Hosts);

    /// <remarks>The private part of the public suffix list names thousands of hosts under which others have names of their own.</remarks>
    public static HostNatures Read(string dataFolder, Gazetteer gazetteer)
    {
        var own = JsonSerializer.Deserialize<SharedHosts>(File.ReadAllText(Path.Combine(dataFolder, FileName)), JsonSerializerOptions.Web)
            ?? throw new InvalidDataException($"{FileName} has no list.");
        var listed = File.ReadLines(Path.Combine(dataFolder, "domains/public_suffix_list.dat"))
            .SkipWhile(line => line != PrivateBegin).TakeWhile(line => line != PrivateEnd)
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal) && line[0] != '!')
            .Select(line => line.StartsWith("*.", StringComparison.Ordinal) ? line[2..] : line);
        return new HostNatures(gazetteer, own.Hosts.Concat(listed).ToFrozenSet(StringComparer.Ordinal));
    }

    public HostNature Of(string host)
    {
        if (RegistrableDomain(host) is { } domain && _shorteners.Contains(domain))
            return HostNature.Shortener;
        if (OperatorOf(host) is not null)
            return HostNature.Shared;
        return _endings.Any(ending => host.EndsWith(ending, StringComparison.Ordinal)) || (RegistrableDomain(host) is { } own && _official.Contains(own))
            ? HostNature.Official
            : HostNature.Ordinary;
    }

    /// <summary>The name that somebody registered; null for a network address and for an ending itself.</summary>
    public string? RegistrableDomain(string host) => Uri.CheckHostName(host) == UriHostNameType.Dns ? _suffixes.RegistrableDomain(host) : null;

    /// <summary>The host of who runs a shared host or a shortener; null for every other.</summary>
    public string? OperatorOf(string host)
    {
        for (var rest = host; ;)
        {
            if (_shared.Contains(rest) || _shorteners.Contains(rest))
                return rest;
            if (rest.IndexOf('.', StringComparison.Ordinal) is not (>= 0 and var dot))
                return null;
            rest = rest[(dot + 1)..];
        }
    }
}
