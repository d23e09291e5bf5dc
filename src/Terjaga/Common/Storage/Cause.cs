using System.Globalization;

namespace Terjaga.Common.Storage;

/// <summary>The row that others are stored with: where it is not stored, such as at a repetition, it causes nothing.</summary>
/// <param name="Table">Its table; a word of ours, never a stranger's.</param>
public sealed record Cause(string Table, Guid Id)
{
    /// <summary>The condition of a statement whose place number <paramref name="place"/> holds <see cref="Id"/>.</summary>
    public string IsStored(int place) =>
        string.Create(CultureInfo.InvariantCulture, $"EXISTS (SELECT 1 FROM {Table} WHERE id = ${place})");
}
