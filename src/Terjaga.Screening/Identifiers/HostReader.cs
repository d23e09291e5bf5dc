using System.Collections.Frozen;

namespace Terjaga.Screening.Identifiers;

/// <summary>Tells short links, hosts of offices, and those that put on the name of one.</summary>
internal sealed class HostReader(Gazetteer gazetteer)
{
    private readonly PublicSuffixList _suffixes = gazetteer.Suffixes;

    private readonly FrozenSet<string> _shorteners = gazetteer.Hosts.Shorteners.ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string> _official = gazetteer.Hosts.Official.ToFrozenSet(StringComparer.Ordinal);

    private readonly string[] _endings = [.. gazetteer.Hosts.OfficialEndings.Select(ending => "." + ending)];

    private readonly OfficeNames _names = new(gazetteer.Hosts);

    /// <summary>All that is true of one of the hosts.</summary>
    /// <param name="hosts">Lower case, punycode.</param>
    public HostTraits Of(IReadOnlyList<string> hosts)
    {
        var traits = HostTraits.None;
        foreach (var host in hosts)
            traits |= Of(host);
        return traits;
    }

    public HostTraits Of(string host)
    {
        if (_suffixes.RegistrableDomain(host) is not { } domain)
            return HostTraits.None;
        if (_shorteners.Contains(domain))
            return HostTraits.Shortener;
        if (_official.Contains(domain) || Array.Exists(_endings, ending => host.EndsWith(ending, StringComparison.Ordinal)))
            return HostTraits.Official;
        var dot = domain.IndexOf('.', StringComparison.Ordinal);
        return _names.IsPutOnBy(host.AsSpan(0, host.Length - domain.Length + dot)) ? HostTraits.Lookalike : HostTraits.None;
    }
}
