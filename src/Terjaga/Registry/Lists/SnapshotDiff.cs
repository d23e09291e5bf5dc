namespace Terjaga.Registry.Lists;

/// <summary>How many rows a snapshot has more, less and other than the list before it.</summary>
/// <param name="Before">Rows of the list before it.</param>
public sealed record SnapshotDiff(int Added, int Removed, int Changed, int Before)
{
    /// <summary>Share of the rows before that may be missing before somebody must say why: one in ten.</summary>
    public const double MaxShrink = 0.1;

    /// <summary>Whether so much is missing that the file itself may be at fault.</summary>
    public bool IsShrinking => Before > 0 && Removed > Before * MaxShrink;
}
