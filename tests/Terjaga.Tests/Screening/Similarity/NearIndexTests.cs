using CsCheck;
using Terjaga.Screening.Similarity;

namespace Terjaga.Tests.Screening.Similarity;

public sealed class NearIndexTests
{
    [Fact]
    public void Copies_with_six_small_edits_are_found()
    {
        const int Count = 1_000;
        const double MinRecall = 0.98;
        var finder = new CopyFinder();
        for (var seed = 0; seed < Count; seed++)
            Assert.Empty(finder.Add(Offers.Make(seed)));

        var found = Enumerable.Range(0, Count).Count(seed => finder.Add(Offers.Edit(Offers.Make(seed), edits: 6, seed)).Contains(seed));

        Assert.True(found >= MinRecall * Count, $"{found} of {Count}");
    }

    /// <summary>Families of a random size with up to forty edits, against every pair compared exactly.</summary>
    [Fact]
    public void Of_pairs_that_are_copies_by_every_shingle_the_index_finds_99_of_100() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 8].Array[5]).Sample((start, sizes) =>
        {
            var texts = sizes.SelectMany((size, family) => Enumerable.Range(0, size)
                .Select(copy => Offers.Edit(Offers.Make(start + family), copy * 5, copy))).ToList();
            var finder = new CopyFinder();
            var found = texts.Sum(text => finder.Add(text).Count);
            var shingles = texts.ConvertAll(CopyFinder.Shingles);
            var wanted = texts.Select((_, i) => Enumerable.Range(0, i).Count(j => Likeness.Of(shingles[i], shingles[j]).AreCopies)).Sum();

            Assert.InRange(found, (int)(0.99 * wanted), wanted);
        }, iter: 20, threads: 1);

    [Fact]
    public void The_order_in_which_texts_come_changes_no_pair() => Gen.Select(Gen.Int[0, 10_000], Gen.Int).Sample((start, order) =>
    {
        var texts = Enumerable.Range(0, 24).Select(i => Offers.Edit(Offers.Make(start + (i / 6)), i % 6 * 3, i)).ToArray();
        var shuffled = Enumerable.Range(0, texts.Length).ToArray();
        new Random(order).Shuffle(shuffled);

        Assert.Equal(PairsOf(texts, [.. Enumerable.Range(0, texts.Length)]), PairsOf(texts, shuffled));
    }, iter: 20, threads: 1);

    [Fact]
    public void What_is_taken_out_is_found_no_more_and_the_rest_as_before() => Gen.Select(Gen.Int[0, 10_000], Gen.Int[1, 6]).Sample((start, copies) =>
    {
        var (index, text) = (new NearIndex(), Offers.Make(start));
        for (var i = 0; i < copies; i++)
            index.Add(TextIds.Of(i), CopyFinder.Fingerprint(Offers.Edit(text, i, i)));
        var before = index.Find(CopyFinder.Fingerprint(text), NearIndex.MaxCompared);
        index.Add(TextIds.Of(99), CopyFinder.Fingerprint(text));
        Assert.Contains(index.Find(CopyFinder.Fingerprint(text), NearIndex.MaxCompared).Candidates, found => found.Id == TextIds.Of(99));

        Assert.True(index.Remove(TextIds.Of(99)));
        Assert.False(index.Remove(TextIds.Of(99)));

        Assert.Equal(before.Candidates, index.Find(CopyFinder.Fingerprint(text), NearIndex.MaxCompared).Candidates);
        Assert.Equal(copies, index.Count);
    }, iter: 50, threads: 1);

    [Fact]
    public void A_text_of_an_id_that_is_there_takes_its_place()
    {
        var index = new NearIndex();
        index.Add(TextIds.Of(1), CopyFinder.Fingerprint(Offers.Make(1)));
        index.Add(TextIds.Of(1), CopyFinder.Fingerprint(Offers.Make(2)));

        Assert.Empty(index.Find(CopyFinder.Fingerprint(Offers.Make(1)), 1).Candidates);
        Assert.Equal(TextIds.Of(1), Assert.Single(index.Find(CopyFinder.Fingerprint(Offers.Make(2)), 1).Candidates).Id);
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void A_table_that_is_filled_and_emptied_again_and_again_does_not_forget()
    {
        var index = new NearIndex();
        index.Add(TextIds.Of(0), CopyFinder.Fingerprint(Offers.Make(0)));
        for (var i = 1; i <= 3_000; i++)
        {
            index.Add(TextIds.Of(i), CopyFinder.Fingerprint(Offers.Make(1 + (i % 500))));
            index.Remove(TextIds.Of(i));
        }

        Assert.Equal(TextIds.Of(0), Assert.Single(index.Find(CopyFinder.Fingerprint(Offers.Make(0)), 64).Candidates).Id);
    }

    private static List<(int, int)> PairsOf(string[] texts, int[] order)
    {
        var finder = new CopyFinder();
        return [.. order.SelectMany((text, place) => finder.Add(texts[text]).Select(other => (Math.Min(text, order[other]), Math.Max(text, order[other])))).Order()];
    }
}
