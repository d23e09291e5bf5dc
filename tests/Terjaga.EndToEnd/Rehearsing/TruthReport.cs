using System.Globalization;
using System.Text;

namespace Terjaga.EndToEnd.Rehearsing;

/// <summary>The clock of truth of a rehearsal, platform by platform and in all; what the desk does not know is told as unknown.</summary>
internal static class TruthReport
{
    private const double Median = 0.5, NineOfTen = 0.9;

    /// <param name="summary">The line above the table.</param>
    public static string Write(string summary, IReadOnlyList<Books.Order> orders, IReadOnlyDictionary<int, PlacedItem> items)
    {
        var text = new StringBuilder(summary).AppendLine().AppendLine()
            .AppendLine("| platform | manner | orders | sent | acknowledged | first gone | confirmed | came back | there | unknown | late | s to first gone, half / nine of ten | s to confirmed, half / nine of ten |")
            .AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var platform in Platforms.All)
        {
            var own = orders.Where(o => items[o.Number].Platform == platform).ToList();
            if (own.Count > 0)
                text.AppendLine(Row(platform.Name, $"{platform.By}, {platform.Takes}, {platform.Serves}, says {platform.Says}", own));
        }

        return text.AppendLine(Row("all", "", orders)).ToString();
    }

    private static string Row(string name, string manner, IReadOnlyList<Books.Order> orders)
    {
        int Count(Func<Books.Order, bool> what) => orders.Count(what);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {manner} | {orders.Count} | {Count(o => o.SentAt is not null)} | {Count(o => o.AcknowledgedAt is not null)} | {Count(o => o.SeenGoneAt is not null)} | {Count(o => o.ConfirmedGoneAt is not null)} | {Count(o => o.CameBackAt is not null)} | {Count(o => o.SeenGoneAt is null && o.LastSeen == "There")} | {Count(IsUnknown)} | {Count(o => o.LateAt is not null)} | {Times(orders, o => o.SeenGoneAt)} | {Times(orders, o => o.ConfirmedGoneAt)} |");
    }

    private static bool IsUnknown(Books.Order order) => order.SeenGoneAt is null && order.LastSeen != "There";

    private static string Times(IReadOnlyList<Books.Order> orders, Func<Books.Order, DateTimeOffset?> end)
    {
        var times = orders.Select(o => end(o) - o.SentAt).OfType<TimeSpan>().Order().ToList();
        string At(double share) => times.Count == 0 ? "-" : times[(int)Math.Ceiling(times.Count * share) - 1].TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
        return $"{At(Median)} / {At(NineOfTen)}";
    }
}
