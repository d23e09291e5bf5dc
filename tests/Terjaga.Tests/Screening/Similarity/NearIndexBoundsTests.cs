using CsCheck;
using Terjaga.Screening.Similarity;

namespace Terjaga.Tests.Screening.Similarity;

/// <summary>No text and no flood of texts makes the index work without end; work is counted, not timed.</summary>
public sealed class NearIndexBoundsTests
{
    [Fact]
    public void A_flood_of_copies_costs_no_more_at_its_end_and_all_find_one_of_the_first()
    {
        const int Count = 5_000;
        var (index, text) = (new NearIndex(), Offers.Make(7));
        var (early, late) = (0, 0);
        for (var copy = 0; copy < Count; copy++)
        {
            var fingerprint = CopyFinder.Fingerprint(Offers.Edit(text, 2, copy));
            var answer = index.Find(fingerprint, NearIndex.MaxCompared);
            early += copy is >= 100 and < 200 ? Work(answer) : 0;
            late += copy >= Count - 100 ? Work(answer) : 0;
            if (copy > 0)
                Assert.Contains(answer.Candidates, found => TextIds.NumberOf(found.Id) < 20);
            index.Add(TextIds.Of(copy), fingerprint);
        }

        Assert.True(late <= early * 2, $"{early} at the start, {late} at the end");
    }

    [Fact]
    public void The_latest_of_a_flood_are_found_too()
    {
        var index = new NearIndex();
        var fingerprint = CopyFinder.Fingerprint(Offers.Make(7));
        for (var copy = 0; copy < 1_000; copy++)
            index.Add(TextIds.Of(copy), fingerprint);

        Assert.Equal(
            [.. Enumerable.Range(0, 8), .. Enumerable.Range(992, 8)],
            index.Find(fingerprint, NearIndex.MaxCompared).Candidates.Select(found => TextIds.NumberOf(found.Id)).Order());
    }

    /// <summary>Keys one behind the other stand in each other's way in the table: the worst that can be made.</summary>
    [Fact]
    public void Keys_made_to_collide_end_at_the_bound()
    {
        var (table, probed) = (new KeyTable(), 0);
        for (var key = 0u; key < 20_000; key++)
            table.Add(key << 20, (int)key);

        table.Find(0, stackalloc int[KeyTable.MaxTexts], ref probed);

        Assert.InRange(probed, 1, KeyTable.MaxProbe);
    }

    [Fact]
    public void Any_text_is_answered_within_the_bounds()
    {
        var (index, number) = (new NearIndex(), 0);
        Hostile.Text.Sample(text =>
        {
            var fingerprint = CopyFinder.Fingerprint(text);
            var answer = index.Find(fingerprint, NearIndex.MaxCompared);
            index.Add(TextIds.Of(number++), fingerprint);

            Assert.InRange(answer.PlacesRead, 0, NearIndex.MaxPlacesRead);
            Assert.InRange(answer.SketchesRead, 0, NearIndex.MaxCompared);
            Assert.Equal(fingerprint.IsTelling, CopyFinder.Shingles(text).IsTelling);
        }, iter: 2_000, threads: 1);
    }

    [Fact]
    public void A_text_longer_than_the_engine_reads_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("kerja pabrik sosis di korea tanpa ujian ", 10_000));

        Assert.InRange(MaskedText.Of(text, CopyFinder.Masks).Text.Length, 1, Terjaga.Screening.Screener.MaxTextLength);
    }

    /// <summary>Readers see whole texts while a writer adds, removes and grows the tables.</summary>
    [Fact]
    public async Task Readers_beside_a_writer_find_what_stays()
    {
        var index = new NearIndex();
        var stays = CopyFinder.Fingerprint(Offers.Make(0));
        var others = Enumerable.Range(1, 300).Select(seed => CopyFinder.Fingerprint(Offers.Make(seed))).ToList();
        index.Add(TextIds.Of(0), stays);
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var missed = 0;
            while (!done.IsCancellationRequested)
                missed += index.Find(stays, 1).Candidates is [{ Id: var id, Letters: > 0.99 }] && id == TextIds.Of(0) ? 0 : 1;
            return missed;
        }, TestContext.Current.CancellationToken)).ToList();

        for (var round = 0; round < 20; round++)
        {
            for (var i = 0; i < others.Count; i++)
                index.Add(TextIds.Of(i + 1), others[(i + round) % others.Count]);
            for (var i = 0; i < others.Count; i += 2)
                index.Remove(TextIds.Of(i + 1));
        }

        await done.CancelAsync();
        Assert.Equal(0, (await Task.WhenAll(readers)).Sum());
    }

    private static int Work(NearAnswer answer) => answer.PlacesRead + answer.SketchesRead;
}
