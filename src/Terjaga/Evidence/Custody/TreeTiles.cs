using System.Numerics;

namespace Terjaga.Evidence.Custody;

/// <summary>
/// A part of the tree, in tiles of 256 hashes, as far as it was read: enough for a root, for a proof, or to add leaves at
/// the end.
/// </summary>
/// <remarks>C2SP tlog-tiles: a node of the tree stands in the tile of every eighth level, or follows from it.</remarks>
internal sealed class TreeTiles
{
    /// <summary>Hashes in a full tile.</summary>
    public const int Width = 1 << Height;

    /// <summary>Levels of the tree that one level of tiles stands for.</summary>
    private const int Height = 8;

    private readonly Dictionary<TileKey, byte[]> _tiles = [];
    private readonly HashSet<TileKey> _changed = [];

    public TreeTiles(long size, IEnumerable<CustodyTile> tiles)
    {
        Size = size;
        foreach (var tile in tiles)
            _tiles[tile.Key] = tile.Hashes;
    }

    /// <summary>Leaves of the whole tree.</summary>
    public long Size { get; private set; }

    /// <summary>The tiles that hold what the hashes of these ranges are made of.</summary>
    public static IReadOnlySet<TileKey> Needed(IEnumerable<LeafRange> ranges) =>
        ranges.SelectMany(range => range.Complete()).Select(KeyOf).ToHashSet();

    /// <summary>The hash over a range. Throws <see cref="KeyNotFoundException"/> where a tile of it was not read.</summary>
    public byte[] HashOf(LeafRange range) => Merkle.HashOf(range, HashOfComplete);

    /// <summary>Adds a leaf at the end; a tile that becomes full gives its root to the level above.</summary>
    public void Append(byte[] leafHash)
    {
        var (level, number, hash) = (0, Size++, leafHash);
        while (true)
        {
            var key = new TileKey(level, number >> Height);
            byte[] tile = [.. _tiles.GetValueOrDefault(key, []), .. hash];
            _tiles[key] = tile;
            _changed.Add(key);
            if (tile.Length < Width * Merkle.HashBytes)
                return;
            (level, number, hash) = (level + 1, key.Number, RootOf(tile));
        }
    }

    /// <summary>The tiles that leaves were added to since the last call; of these, full ones are forgotten here.</summary>
    public IReadOnlyDictionary<TileKey, byte[]> TakeChanged()
    {
        var changed = _changed.ToDictionary(key => key, key => _tiles[key]);
        _changed.Clear();
        foreach (var (key, _) in changed.Where(tile => tile.Value.Length == Width * Merkle.HashBytes))
            _tiles.Remove(key);
        return changed;
    }

    private static int HeightOf(LeafRange complete) => BitOperations.Log2((ulong)complete.Size);

    private static TileKey KeyOf(LeafRange complete)
    {
        var level = HeightOf(complete) / Height;
        return new(level, complete.Start >> (Height * (level + 1)));
    }

    private byte[] HashOfComplete(LeafRange range)
    {
        var key = KeyOf(range);
        var height = Height * key.Level;
        var at = (int)((range.Start >> height) % Width) * Merkle.HashBytes;
        return RootOf(_tiles[key].AsSpan(at, (int)(range.Size >> height) * Merkle.HashBytes));
    }

    /// <summary>The root over a power of two of hashes that stand side by side.</summary>
    private static byte[] RootOf(ReadOnlySpan<byte> hashes) => hashes.Length == Merkle.HashBytes
        ? hashes.ToArray()
        : Merkle.NodeHash(RootOf(hashes[..(hashes.Length / 2)]), RootOf(hashes[(hashes.Length / 2)..]));
}
