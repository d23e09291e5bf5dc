namespace Terjaga.Screening.Linking;

/// <summary>Which offers have a contact, and which contacts link nobody any more because they would link everything.</summary>
internal sealed class ContactTable
{
    /// <summary>Groups of offers, alike in nothing else, that one contact may join. A crew has several wordings; a hotline has all.</summary>
    public const int MaxJoined = 12;

    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    private sealed class Entry(int first)
    {
        public int First { get; } = first;

        public HashSet<int> Groups { get; } = [];
    }

    /// <summary>An earlier offer with the same contact; null where this is the first one, or the contact is too common.</summary>
    /// <param name="groupOf">The group to which an offer belongs without this contact.</param>
    public int? Find(string contact, int item, Func<int, int> groupOf)
    {
        if (!_entries.TryGetValue(contact, out var entry))
        {
            _entries.Add(contact, new Entry(item));
            return null;
        }

        if (groupOf(entry.First) != groupOf(item))
            entry.Groups.Add(groupOf(item));
        return entry.Groups.Count > MaxJoined ? null : entry.First;
    }
}
