namespace Terjaga.Common.Tables;

/// <summary>A row before its columns have names.</summary>
/// <param name="Cells">By place; null and blank ones are empty. Valid until the next row is read.</param>
internal readonly record struct RawRow(int Number, IReadOnlyList<string?> Cells);
