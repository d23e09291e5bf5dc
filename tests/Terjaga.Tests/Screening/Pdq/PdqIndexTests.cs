using CsCheck;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Tests.Screening.Pdq;

public sealed class PdqIndexTests
{
    /// <summary>Enough to be sorted by slots; fewer are scanned.</summary>
    private const int SortedCount = PdqIndex.MergeAfter + 500;

    /// <summary>How many are added for each that is removed: few enough that the oldest last.</summary>
    private const int RemovedOneIn = 10;

    private enum Step
    {
        Add, AddMany, Remove, Merge, FindNear, FindFar,
    }

    /// <summary>A step, a number that decides what it is done with, and how many bits are changed.</summary>
    private static readonly Gen<(Step Step, uint Seed, int Radius)[]> _steps =
        Gen.Select(Gen.Enum<Step>(), Gen.UInt, Gen.Int[0, 48]).Array[1, 40];

    [Fact]
    public void Whatever_is_added_removed_and_merged_a_search_finds_what_a_scan_finds() => _steps.Sample(
        steps =>
        {
            var random = new Random((int)(steps[0].Seed % int.MaxValue));
            var model = Enumerable.Range(0, SortedCount).Select(id => new PdqEntry(id, AnyHash(random))).ToList();
            var index = new PdqIndex(model.ToArray());
            foreach (var (step, seed, radius) in steps)
                Do(index, model, step, (int)(seed % model.Count), radius, random);
            Same(index, model, AnyHash(random), PdqHash.AlikeRadius);
        },
        iter: 40);

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(60)]
    [InlineData(256)]
    public void Every_radius_finds_what_a_scan_finds(int radius)
    {
        var random = new Random(radius);
        var model = Enumerable.Range(0, 20_000).Select(id => new PdqEntry(id, AnyHash(random))).ToList();
        var index = new PdqIndex(model.ToArray());

        for (var query = 0; query < 50; query++)
            Same(index, model, Near(model[random.Next(model.Count)].Hash, random.Next(radius + 2), random), radius);
    }

    [Fact]
    public void A_hash_that_only_one_slot_betrays_is_found()
    {
        var random = new Random(2);
        var model = Enumerable.Range(0, SortedCount).Select(id => new PdqEntry(id, AnyHash(random))).ToArray();
        var (index, widths) = (new PdqIndex(model), SlotPlan.For(SortedCount).Widths);
        for (var betraying = 0; betraying < widths.Count; betraying++)
        {
            Span<ulong> words = [model[betraying].Hash.Bits0, model[betraying].Hash.Bits64, model[betraying].Hash.Bits128, model[betraying].Hash.Bits192];
            for (var (slot, offset) = (0, 0); slot < widths.Count; offset += widths[slot++])
            {
                // One bit more than is looked for, in every slot but one: 31 together.
                var changed = SlotPlan.ChangedIn(slot, widths.Count, PdqHash.AlikeRadius) + (slot == betraying ? 0 : 1);
                for (var bit = offset; bit < offset + changed; bit++)
                    words[bit / 64] ^= 1UL << (bit % 64);
            }

            var query = new PdqHash(words[0], words[1], words[2], words[3]);
            Assert.Equal(PdqHash.AlikeRadius, query.DistanceTo(model[betraying].Hash));
            Assert.Contains(index.Find(query), match => match.Id == betraying);
        }
    }

    [Fact]
    public void An_empty_index_finds_nothing_and_can_be_filled()
    {
        var index = new PdqIndex([]);
        index.Merge();

        Assert.Empty(index.Find(default, PdqHash.BitCount));
        index.Add(new PdqEntry(7, default));
        Assert.Equal([new PdqMatch(7, default, 0)], index.Find(default));
        index.Merge();
        Assert.Equal([new PdqMatch(7, default, 0)], index.Find(default));
        Assert.Equal(1, index.Count);
    }

    [Fact]
    public void An_id_is_removed_with_all_its_hashes()
    {
        var random = new Random(5);
        var index = new PdqIndex([.. Enumerable.Range(0, SortedCount).Select(at => new PdqEntry(at / 8, AnyHash(random)))]);
        index.Add(new PdqEntry(3, default));

        Assert.Equal(9, index.Remove(3));
        Assert.Equal(0, index.Remove(3));
        Assert.Equal(SortedCount - 8, index.Count);
        Assert.DoesNotContain(index.Find(default, PdqHash.BitCount), match => match.Id == 3);
    }

    [Fact]
    public async Task Others_find_what_was_added_and_nobody_what_was_removed_while_it_is_merged()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var random = new Random(1);
        var entries = Enumerable.Range(0, 30_000).Select(id => new PdqEntry(id, AnyHash(random))).ToArray();
        var (index, added, removed) = (new PdqIndex(entries.AsSpan(0, SortedCount)), SortedCount, 0L);
        var readers = Enumerable.Range(0, 2).Select(seed => Task.Run(() =>
        {
            var pick = new Random(seed);
            for (var seen = 0; seen < entries.Length && !cancellationToken.IsCancellationRequested;)
            {
                seen = Volatile.Read(ref added);
                var entry = entries[seen - 1 - pick.Next(Math.Min(seen, 200))];
                var found = index.Find(entry.Hash, 3);
                Assert.Equal(1, found.Count(match => match.Id == entry.Id));
            }
        }, cancellationToken)).ToList();
        var merger = Task.Run(() =>
        {
            while (Volatile.Read(ref added) < entries.Length && !cancellationToken.IsCancellationRequested)
            {
                if (index.IsMergeDue)
                    index.Merge();
            }
        }, cancellationToken);
        for (var at = SortedCount; at < entries.Length; at++)
        {
            index.Add(entries[at]);
            Volatile.Write(ref added, at + 1);
            if (at % RemovedOneIn == 0)
                Assert.Equal(1, index.Remove(removed++));
        }

        await Task.WhenAll([.. readers, merger]);
        index.Merge();
        Assert.False(index.IsMergeDue);
        Assert.Equal(entries.Length - removed, index.Count);
        Assert.Equal(
            Enumerable.Range((int)removed, entries.Length - (int)removed).Select(id => (long)id),
            index.Find(default, PdqHash.BitCount).Select(match => match.Id).Order());
    }

    private static void Do(PdqIndex index, List<PdqEntry> model, Step step, int at, int radius, Random random)
    {
        switch (step)
        {
            case Step.Add or Step.AddMany:
                for (var left = step == Step.Add ? 1 : PdqIndex.MergeAfter / 3; left > 0; left--)
                {
                    // Half of the ids are taken already: one may have several hashes.
                    var entry = new PdqEntry(random.Next(SortedCount * 2), Near(model[at].Hash, radius, random));
                    model.Add(entry);
                    index.Add(entry);
                }

                break;
            case Step.Remove:
                var id = model[at].Id;
                Assert.Equal(model.RemoveAll(entry => entry.Id == id), index.Remove(id));
                break;
            case Step.Merge:
                index.Merge();
                break;
            default:
                Same(index, model, step == Step.FindNear ? Near(model[at].Hash, radius, random) : AnyHash(random), radius);
                break;
        }

        Assert.Equal(model.Count, index.Count);
    }

    private static void Same(PdqIndex index, List<PdqEntry> model, PdqHash query, int radius) => Assert.Equal(
        model.Select(entry => new PdqMatch(entry.Id, entry.Hash, query.DistanceTo(entry.Hash)))
            .Where(match => match.Distance <= radius).OrderBy(match => match.Id).ThenBy(match => match.Hash.ToString()),
        index.Find(query, radius).OrderBy(match => match.Id).ThenBy(match => match.Hash.ToString()));

    /// <summary>One in three is anything; the others lie about five campaigns, so that some slots hold many.</summary>
    private static PdqHash AnyHash(Random random) => random.Next(3) == 0
        ? new PdqHash((ulong)random.NextInt64() << 1, (ulong)random.NextInt64() << 1, (ulong)random.NextInt64(), (ulong)random.NextInt64())
        : Near(new PdqHash((ulong)random.Next(5) * 0x9E3779B97F4A7C15, 0, ulong.MaxValue, 0x5555), random.Next(40), random);

    private static PdqHash Near(PdqHash hash, int bits, Random random)
    {
        Span<ulong> words = [hash.Bits0, hash.Bits64, hash.Bits128, hash.Bits192];
        for (; bits > 0; bits--)
        {
            var bit = random.Next(PdqHash.BitCount);
            words[bit / 64] ^= 1UL << (bit % 64);
        }

        return new PdqHash(words[0], words[1], words[2], words[3]);
    }
}
