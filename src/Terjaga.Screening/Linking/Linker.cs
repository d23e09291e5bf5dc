using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Similarity;

namespace Terjaga.Screening.Linking;

/// <summary>Links offers in the order in which they arrive, in memory. Not for several threads at once.</summary>
/// <remarks>What links is in <see cref="LinkRules"/>: words alone where they are copies, a picture together with words or a contact, a contact alone while it is rare.</remarks>
public sealed class Linker(NameMasks masks)
{
    /// <summary>Copies that one offer is compared with, letter by letter.</summary>
    public const int MaxCandidates = 8;

    private readonly NearIndex _words = new();

    private readonly PdqIndex _pictures = new([]);

    private readonly ContactTable _contacts = new();

    private readonly Groups _groups = new();

    private readonly List<Shingles> _shingles = [];

    private readonly List<HashSet<string>> _identifiers = [];

    /// <summary>Adds an offer; gives its links to earlier ones. Its place is the number of those before it.</summary>
    public IReadOnlyList<Link> Add(LinkItem item)
    {
        var (number, masked) = (_groups.Add(), MaskedText.Of(item.Text, masks));
        var (fingerprint, shingles) = (Fingerprint.Of(masked), Shingles.Of(masked));
        _shingles.Add(shingles);
        _identifiers.Add([.. item.Identifiers]);
        List<Link> links = [.. ByWords(number, fingerprint, shingles), .. ByPicture(number, item.Picture, shingles)];
        foreach (var link in links)
            _groups.Join(link.First, number);
        var byContact = item.Identifiers.Select(contact => _contacts.Find(contact, number, _groups.Of)).OfType<Link>()
            .Where(link => _groups.Of(link.First) != _groups.Of(number)).ToList();
        foreach (var group in byContact.GroupBy(link => _groups.Of(link.First)).ToList())
        {
            if (LinkRules.Together(group.Select(link => link.Strength)) >= LinkRules.Joins)
                links.AddRange(group);
        }

        foreach (var link in links)
            _groups.Join(link.First, number);
        _words.Add(IdOf(number), fingerprint);
        if (item.Picture is { } picture)
            _pictures.Add(new PdqEntry(number, picture));
        if (_pictures.IsMergeDue)
            _pictures.Merge();
        return links;
    }

    /// <summary>The earliest offer that an offer is linked with, however indirectly; itself where it stands alone.</summary>
    public int GroupOf(int item) => _groups.Of(item);

    private IEnumerable<Link> ByWords(int number, Fingerprint fingerprint, Shingles shingles)
    {
        foreach (var candidate in _words.Find(fingerprint, MaxCandidates).Candidates)
        {
            var first = NumberOf(candidate.Id);
            if (LinkRules.OfWords(Likeness.Of(shingles, _shingles[first])) is { } strength)
                yield return new Link(first, number, LinkKind.Words, strength, null);
        }
    }

    private IEnumerable<Link> ByPicture(int number, PdqHash? picture, Shingles shingles)
    {
        if (picture is not { } hash)
            yield break;
        foreach (var match in _pictures.Find(hash).OrderBy(match => match.Distance).Take(MaxCandidates))
        {
            var first = (int)match.Id;
            var (likeness, haveContact) = (Likeness.Of(shingles, _shingles[first]), _identifiers[first].Overlaps(_identifiers[number]));
            if (LinkRules.OfPictures(match.Distance, likeness, haveContact) is { } strength)
                yield return new Link(first, number, LinkKind.Picture, strength, null);
        }
    }

    private static Guid IdOf(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static int NumberOf(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
