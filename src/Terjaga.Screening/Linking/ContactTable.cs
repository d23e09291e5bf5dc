namespace Terjaga.Screening.Linking;

/// <summary>Which offers have a contact, and how many groups of them, alike in nothing else, it would join.</summary>
internal sealed class ContactTable
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private sealed class Entry(int first)
    {
        public int First { get; } = first;

        public HashSet<int> Groups { get; } = [];
    }

    /// <summary>An earlier offer with the same contact, and how strong that is; null where this is the first one.</summary>
    /// <param name="groupOf">The group to which an offer belongs without this contact.</param>
    public Link? Find(string contact, int item, Func<int, int> groupOf)
    {
        if (!_entries.TryGetValue(contact, out var entry))
        {
            _entries.Add(contact, new Entry(item));
            return null;
        }

        var joined = entry.Groups.Count;
        if (groupOf(entry.First) != groupOf(item))
            entry.Groups.Add(groupOf(item));
        return new Link(entry.First, item, LinkKind.Identifier, LinkRules.OfContact(contact, joined), contact);
    }
}
