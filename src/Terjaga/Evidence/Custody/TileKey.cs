namespace Terjaga.Evidence.Custody;

/// <summary>Which tile of the tree: level 0 holds hashes of leaves, each next one the roots of full tiles below.</summary>
internal readonly record struct TileKey(int Level, long Number);
