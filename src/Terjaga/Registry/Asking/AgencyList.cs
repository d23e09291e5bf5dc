using System.Runtime.InteropServices;
using Terjaga.Screening.Names;

namespace Terjaga.Registry.Asking;

/// <summary>The list of companies, ready to be asked by name, number and contact. Any number of threads may use it.</summary>
internal sealed class AgencyList
{
    private readonly List<Company> _companies = [];

    private readonly Dictionary<string, Company> _byNumber = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<Company>> _byContact = new(StringComparer.Ordinal);

    private readonly NameIndex _names;

    /// <summary>A company with all its branches.</summary>
    /// <param name="Head">The row of its licence; of a branch where the head office is not listed.</param>
    public sealed record Company(Agency Head, HashSet<string> Contacts);

    public AgencyList(IEnumerable<Agency> rows, NameWords words)
    {
        // The head office speaks for the licence, wherever it stands in the file.
        var keyed = rows.AsParallel().AsOrdered().Select(row => (Row: row, Key: ListKey.Of(row.Licence), Old: ListKey.Of(row.OldLicence))).ToList();
        foreach (var (row, key, old) in keyed.OrderBy(row => row.Row.Branch is not null))
            Add(row, key, old);
        _names = new NameIndex([.. _companies.Select(company => company.Head.Name)], words);
    }

    public int Count => _companies.Count;

    /// <summary>The companies that a written name means, best first.</summary>
    public IReadOnlyList<(Company Company, bool IsSame)> Find(string name) =>
        [.. _names.Find(name).Select(match => (_companies[match.Number], match.IsSame))];

    /// <summary>Companies whose names stand in a text word for word.</summary>
    public IReadOnlyList<Company> FindIn(string text) => [.. _names.FindIn(text).Select(number => _companies[number]).Distinct()];

    public Company? ByNumber(string key) => _byNumber.GetValueOrDefault(key);

    /// <param name="contact">E.164, host, <c>platform:name</c>, or <c>bank:</c> and digits.</param>
    public IReadOnlyList<Company> ByContact(string contact) => _byContact.GetValueOrDefault(contact) ?? [];

    private void Add(Agency row, string? key, string? old)
    {
        if (key is null)
            return;
        if (!_byNumber.TryGetValue(key, out var company))
        {
            company = _byNumber[key] = new Company(row, new HashSet<string>(StringComparer.Ordinal));
            _companies.Add(company);
        }

        if (old is not null)
            _byNumber.TryAdd(old, company);
        foreach (var contact in row.Phones.Concat(row.Domains).Concat(row.Accounts).Concat(row.Emails))
        {
            if (company.Contacts.Add(contact))
                (CollectionsMarshal.GetValueRefOrAddDefault(_byContact, contact, out _) ??= []).Add(company);
        }
    }
}
