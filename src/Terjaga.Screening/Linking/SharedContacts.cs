using System.Collections.Frozen;
using System.Text.Json;
using Terjaga.Screening.Identifiers;

namespace Terjaga.Screening.Linking;

/// <summary>Contacts that many have who have nothing to do with each other, and by which nobody is linked: platforms, shared hosts, hotlines of offices.</summary>
public sealed class SharedContacts
{
    private readonly FrozenDictionary<string, string> _reasons;

    private readonly HostTable _hosts;

    private SharedContacts(FrozenDictionary<string, string> reasons, HostTable hosts, string version) =>
        (_reasons, _hosts, Version) = (reasons, hosts, version);

    private sealed record Row(string Contact, string Reason);

    private sealed record Table(string Version, string AsOf, string Source, IReadOnlyList<Row> Rows);

    public string Version { get; }

    /// <summary>Each contact of the list, with its kind, and why it is there.</summary>
    public IReadOnlyDictionary<string, string> Reasons => _reasons;

    /// <summary>Reads <c>data/contacts/shared.json</c>. Throws <see cref="CatalogueException"/> that names the row.</summary>
    public static SharedContacts Parse(string json, HostTable hosts)
    {
        Table? table;
        try
        {
            table = JsonSerializer.Deserialize<Table>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException exception)
        {
            throw new CatalogueException($"The list of shared contacts cannot be read at {exception.Path}.", exception);
        }

        if (table is not { Rows.Count: > 0, Version.Length: > 0 })
            throw new CatalogueException("The list of shared contacts is empty.");
        if (table.Rows.FirstOrDefault(row => Contacts.WeightOf(row.Contact) == 0 || row.Reason.Length == 0) is { } wrong)
            throw new CatalogueException($"The shared contact '{wrong.Contact}' has no kind or no reason.");
        return new SharedContacts(
            table.Rows.ToFrozenDictionary(row => row.Contact, row => row.Reason, StringComparer.Ordinal), hosts, table.Version);
    }

    /// <summary>Those of the contacts that are not shared.</summary>
    public IReadOnlyList<string> Without(IReadOnlyList<string> contacts) => [.. contacts.Where(contact => !IsShared(contact))];

    /// <summary>Whether a host is one that strangers use side by side, also behind its <c>www.</c> or <c>m.</c>.</summary>
    public bool IsSharedHost(string host) => IsShared("domain:" + host)
        || (host.IndexOf('.', StringComparison.Ordinal) is > 0 and <= 3 and var dot && IsShared("domain:" + host[(dot + 1)..]));

    private bool IsShared(string contact) => _reasons.ContainsKey(contact)
        || (contact.StartsWith("domain:", StringComparison.Ordinal) && IsSharedDomain(contact["domain:".Length..]));

    private bool IsSharedDomain(string domain) =>
        _hosts.Shorteners.Contains(domain) || _hosts.Official.Contains(domain)
        || _hosts.OfficialEndings.Any(ending => domain == ending || domain.EndsWith("." + ending, StringComparison.Ordinal));
}
