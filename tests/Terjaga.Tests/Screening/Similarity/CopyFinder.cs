using Terjaga.Screening.Similarity;

namespace Terjaga.Tests.Screening.Similarity;

/// <summary>Links texts as a caller of the index does: look up, compare exactly, add.</summary>
internal sealed class CopyFinder
{
    public static NameMasks Masks { get; } = new(ShippedScreener.Gazetteer);

    private readonly NearIndex _index = new();

    private readonly List<Shingles> _shingles = [];

    public static Fingerprint Fingerprint(string text) => Terjaga.Screening.Similarity.Fingerprint.Of(MaskedText.Of(text, Masks));

    public static Shingles Shingles(string text) => Terjaga.Screening.Similarity.Shingles.Of(MaskedText.Of(text, Masks));

    public static Likeness Likeness(string first, string second) =>
        Terjaga.Screening.Similarity.Likeness.Of(Shingles(first), Shingles(second));

    /// <summary>The numbers of the earlier texts of which this one is a copy.</summary>
    public List<int> Add(string text)
    {
        var (fingerprint, shingles) = (Fingerprint(text), Shingles(text));
        var copies = _index.Find(fingerprint, NearIndex.MaxCompared).Candidates.Select(candidate => TextIds.NumberOf(candidate.Id))
            .Where(number => Terjaga.Screening.Similarity.Likeness.Of(shingles, _shingles[number]).AreCopies).ToList();
        _index.Add(TextIds.Of(_shingles.Count), fingerprint);
        _shingles.Add(shingles);
        return copies;
    }

    /// <summary>For each text the number of its cluster: texts that are joined by copies of copies.</summary>
    public static int[] Cluster(IReadOnlyList<string> texts)
    {
        var (finder, parents) = (new CopyFinder(), Enumerable.Range(0, texts.Count).ToArray());
        for (var number = 0; number < texts.Count; number++)
        {
            foreach (var copy in finder.Add(texts[number]))
                parents[Root(copy)] = Root(number);
        }

        return [.. parents.Select(Root)];

        int Root(int number)
        {
            while (parents[number] != number)
                number = parents[number];
            return number;
        }
    }
}
