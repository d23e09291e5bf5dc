using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Similarity;

namespace Terjaga.Screening.Linking;

/// <summary>Links offers in the order in which they arrive, in memory. Not for several threads at once.</summary>
/// <remarks>
/// Words alone link where they are copies. A picture alone never does: different campaigns use one template, so words or a
/// contact must agree with it. A contact alone links until it would link everything (<see cref="ContactTable"/>).
/// </remarks>
public sealed class Linker(NameMasks masks)
{
    /// <summary>Copies that one offer is compared with, letter by letter.</summary>
    public const int MaxCandidates = 8;

    /// <summary>Words of two posters that look alike: how alike they must be at least. What a crop or a frame leaves of a copy has more.</summary>
    private const double MinWordsBesidePicture = 0.12;

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
        foreach (var contact in item.Identifiers)
        {
            if (_contacts.Find(contact, number, _groups.Of) is { } first && _groups.Of(first) != _groups.Of(number))
                links.Add(new Link(first, number, LinkKind.Identifier, 1, contact));
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
            if (Likeness.Of(shingles, _shingles[first]) is { AreCopies: true } likeness)
                yield return new Link(first, number, LinkKind.Words, likeness.Resemblance, null);
        }
    }

    private IEnumerable<Link> ByPicture(int number, PdqHash? picture, Shingles shingles)
    {
        if (picture is not { } hash)
            yield break;
        foreach (var match in _pictures.Find(hash).OrderBy(match => match.Distance).Take(MaxCandidates))
        {
            var first = (int)match.Id;
            if (_identifiers[first].Overlaps(_identifiers[number]) || Likeness.Of(shingles, _shingles[first]).Resemblance >= MinWordsBesidePicture)
                yield return new Link(first, number, LinkKind.Picture, 1 - (match.Distance / (double)PdqHash.BitCount), null);
        }
    }

    private static Guid IdOf(int number) => new(number, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static int NumberOf(Guid id) => BitConverter.ToInt32(id.ToByteArray());
}
