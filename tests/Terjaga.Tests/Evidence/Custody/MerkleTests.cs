using System.Globalization;
using System.Text.Json;
using Terjaga.Evidence.Custody;

namespace Terjaga.Tests.Evidence.Custody;

/// <summary>Our hashes and proofs against the cases of others, and against trees that are counted out in full.</summary>
public sealed class MerkleTests
{
    /// <summary>Trees up to this size are tried with every leaf and every older size.</summary>
    private const int EverySize = 70;

    [Theory]
    [InlineData("inclusion", 98)]
    [InlineData("consistency", 98)]
    [InlineData("subtreeinclusion", 204)]
    [InlineData("subtreeconsistency", 118)]
    public void Every_shared_case_is_judged_as_its_author_says(string kind, int count)
    {
        var folder = SharedFolder.Require(Path.Combine("standards", "merkle", "testdata", kind));
        var files = Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories);

        Assert.Equal(count, files.Length);
        Assert.DoesNotContain(files, file => Holds(kind, JsonDocument.Parse(File.ReadAllText(file)).RootElement) == IsWrong(file));
        Assert.Contains(files, file => !IsWrong(file));
    }

    [Fact]
    public void Every_proof_of_every_small_tree_leads_to_its_root_and_to_no_other()
    {
        var roots = Enumerable.Range(0, EverySize + 1).Select(size => Root(0, size)).ToList();
        for (var size = 1; size <= EverySize; size++)
        {
            for (var i = 0; i < size; i++)
            {
                var path = Hashes(Merkle.InclusionPath(i, size));
                Assert.Equal(roots[size], Merkle.RootOf(i, size, Leaf(i), path));
                Assert.NotEqual(roots[size], Merkle.RootOf(i, size, Leaf(i + 1), path));
                Assert.NotEqual(roots[size], Merkle.RootOf(i, size, Leaf(i), [.. path, Leaf(0)]));
            }

            for (var from = 1; from <= size; from++)
            {
                var path = Hashes(Merkle.ConsistencyPath(from, size));
                Assert.True(Merkle.IsConsistent(from, size, roots[from], roots[size], path));
                Assert.False(Merkle.IsConsistent(from, size, roots[from - 1], roots[size], path));
                Assert.False(Merkle.IsConsistent(from, size, roots[from], roots[size - 1], path));
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(65_536)]
    [InlineData(66_049)]
    public void A_tree_in_tiles_has_the_root_and_the_proofs_of_the_tree(int size)
    {
        var tiles = new TreeTiles(0, []);
        var stored = new Dictionary<TileKey, CustodyTile>();
        for (var i = 0; i < size; i++)
        {
            tiles.Append(Leaf(i));
            if (i % 1_000 == 0 || i == size - 1)
                Store(tiles, stored);
        }

        var whole = new LeafRange(0, size);
        var root = Root(0, size);
        Assert.Equal(root, tiles.HashOf(whole));
        Assert.Equal(root, Read(stored, size, [whole]).HashOf(whole));
        foreach (var index in new[] { 0, size / 3, size - 1 }.Where(i => i >= 0 && i < size))
        {
            var path = Merkle.InclusionPath(index, size);
            var read = Read(stored, size, path);
            Assert.Equal(root, Merkle.RootOf(index, size, Leaf(index), [.. path.Select(read.HashOf)]));
        }
    }

    private static void Store(TreeTiles tiles, Dictionary<TileKey, CustodyTile> stored)
    {
        foreach (var (key, hashes) in tiles.TakeChanged())
        {
            stored.TryAdd(key, CustodyTile.Begin(key));
            stored[key].Grow(hashes);
        }
    }

    private static TreeTiles Read(Dictionary<TileKey, CustodyTile> stored, long size, IEnumerable<LeafRange> ranges) =>
        new(size, TreeTiles.Needed(ranges).Select(key => stored[key]));

    private static byte[] Leaf(int i) => Merkle.LeafHash(System.Text.Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture)));

    /// <summary>As section 2.1.1 of RFC 9162 writes it down.</summary>
    private static byte[] Root(int start, int end)
    {
        if (end == start)
            return Merkle.EmptyRoot;
        if (end - start == 1)
            return Leaf(start);
        var half = 1;
        while (half * 2 < end - start)
            half *= 2;
        return Merkle.NodeHash(Root(start, start + half), Root(start + half, end));
    }

    private static List<byte[]> Hashes(IEnumerable<LeafRange> path) => [.. path.Select(range => Root((int)range.Start, (int)range.End))];

    private static bool IsWrong(string file) => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("wantErr").GetBoolean();

    private static bool Holds(string kind, JsonElement json)
    {
        var path = json.GetProperty("proof") is { ValueKind: JsonValueKind.Array } proof
            ? proof.EnumerateArray().Select(hash => hash.GetBytesFromBase64()).ToList()
            : [];
        return kind switch
        {
            "inclusion" => Leads(Number(json, "leafIdx"), Number(json, "treeSize"), json, path),
            "subtreeinclusion" => Number(json, "start") is var start && new LeafRange(start, Number(json, "end")) is var part
                && Merkle.CanBePart(part) && Leads(Number(json, "leafIdx") - start, part.Size, json, path),
            "consistency" => Merkle.IsConsistent(Number(json, "size1"), Number(json, "size2"), Bytes(json, "root1"), Bytes(json, "root2"), path),
            _ => Merkle.IsPart(new(Number(json, "start"), Number(json, "end")), Number(json, "size"), Bytes(json, "root1"), Bytes(json, "root2"), path),
        };
    }

    private static bool Leads(long index, long size, JsonElement json, List<byte[]> path) =>
        Merkle.RootOf(index, size, Bytes(json, "leafHash"), path) is { } root && root.AsSpan().SequenceEqual(Bytes(json, "root"));

    private static byte[] Bytes(JsonElement json, string name) => json.GetProperty(name).GetBytesFromBase64();

    /// <remarks>Sizes beyond what we can count are as wrong to us as the cases say.</remarks>
    private static long Number(JsonElement json, string name) => json.GetProperty(name).TryGetInt64(out var number) ? number : -1;
}
