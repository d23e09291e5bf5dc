using System.Text.Json.Nodes;
using Terjaga.Screening.Similarity;

namespace Terjaga.Benchmarks.Near;

/// <summary>Compares posts exactly with all their candidates, as the caller of an index does, and counts what is linked.</summary>
internal sealed class CopyCheck(EditedPosts posts, NameMasks masks)
{
    private int _checked, _comparisons, _linked, _falseLinks;

    /// <summary>Copies among the posts that were checked.</summary>
    public int CopyCount { get; private set; }

    /// <summary>Share of the copies that were linked to a post of their own.</summary>
    public double Recall => (double)_linked / CopyCount;

    /// <summary>Processor time of all this, which is no work of the index.</summary>
    public TimeSpan Took { get; private set; }

    public void Add(int number, NearAnswer found)
    {
        var begun = Environment.CpuUsage.TotalTime;
        var shingles = Of(number);
        var isLinked = false;
        foreach (var candidate in found.Candidates)
        {
            var other = Ids.NumberOf(candidate.Id);
            var areCopies = Likeness.Of(shingles, Of(other)).AreCopies;
            var isRight = EditedPosts.OriginalOf(other) == EditedPosts.OriginalOf(number);
            _falseLinks += areCopies && !isRight ? 1 : 0;
            isLinked |= areCopies && isRight;
        }

        _checked++;
        _comparisons += found.Candidates.Count;
        CopyCount += EditedPosts.IsCopy(number) ? 1 : 0;
        _linked += EditedPosts.IsCopy(number) && isLinked ? 1 : 0;
        Took += Environment.CpuUsage.TotalTime - begun;
    }

    public JsonObject ToJson() => new()
    {
        ["posts"] = _checked,
        ["copies"] = CopyCount,
        ["linked"] = _linked,
        ["falseLinks"] = _falseLinks,
        ["candidatesEach"] = Math.Round((double)_comparisons / _checked, 2),
        ["microsecondsForOneExactly"] = _comparisons == 0 ? null : Math.Round(Took.TotalMicroseconds / (_comparisons + _checked), 1),
    };

    private Shingles Of(int number) => Shingles.Of(MaskedText.Of(posts[number], masks));
}
