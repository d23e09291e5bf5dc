namespace Terjaga.Campaigns.Exports;

/// <summary>The rows of a sheet as every format writes them: well-formed, each value once, in one order.</summary>
internal static class ReadyRows
{
    /// <summary>Sorted by kind and value; a row without a value is left out, for it names nothing.</summary>
    public static IReadOnlyList<IndicatorSheet.Row> Of(IndicatorSheet sheet)
    {
        var rows = new Dictionary<Key, IndicatorSheet.Row>();
        foreach (var row in sheet.Rows.Where(row => !string.IsNullOrWhiteSpace(row.Value)))
        {
            var ready = Ready(row);
            var key = new Key(ready.Kind, ready.Value);
            rows[key] = rows.TryGetValue(key, out var same) ? Join(same, ready) : ready;
        }

        return [.. rows.Values.OrderBy(row => row.Kind).ThenBy(row => row.Value, StringComparer.Ordinal)];
    }

    private readonly record struct Key(IndicatorKind Kind, string Value);

    private static IndicatorSheet.Row Ready(IndicatorSheet.Row row) => row with
    {
        Value = ForeignText.WellFormed(row.Value),
        FirstSeen = Earlier(row.FirstSeen, row.LastSeen),
        LastSeen = Later(row.FirstSeen, row.LastSeen),
        SightingCount = Math.Max(row.SightingCount, 1),
    };

    private static IndicatorSheet.Row Join(IndicatorSheet.Row one, IndicatorSheet.Row other) => one with
    {
        FirstSeen = Earlier(one.FirstSeen, other.FirstSeen),
        LastSeen = Later(one.LastSeen, other.LastSeen),
        SightingCount = (int)Math.Min((long)one.SightingCount + other.SightingCount, int.MaxValue),
    };

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
