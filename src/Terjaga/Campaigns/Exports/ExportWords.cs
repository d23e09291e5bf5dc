using System.Globalization;

namespace Terjaga.Campaigns.Exports;

/// <summary>Sentences of STIX and MISP files. English only: they are read by programs and by offices of other countries.</summary>
internal static class ExportWords
{
    public const string Desk = "Terjaga, the desk that KP2MI and Komdigi of Indonesia share";

    private const string Signs = "Offers of work abroad that share contacts, words or pictures and show danger signs. This is no verdict on anybody.";

    /// <summary>The title on one line; the id of the campaign where there is none, or where it tells a name that is left out.</summary>
    public static string NameOf(IndicatorSheet sheet, IReadOnlyList<IndicatorSheet.Row> rows, int length)
    {
        // Whole, for a title that is cut inside of a name still tells most of it.
        var title = ForeignText.OneLine(sheet.Title, sheet.Title.Length);
        return title.Length == 0 || rows.Any(row => !row.Kind.IsIndicator && Tells(title, row.Value))
            ? $"Campaign {sheet.CampaignId:D}"
            : ForeignText.OneLine(title, length);
    }

    private static bool Tells(string title, string name) =>
        title.Contains(ForeignText.OneLine(name, title.Length + 1), StringComparison.OrdinalIgnoreCase);

    public static string About(IReadOnlyList<IndicatorSheet.Row> rows) => LeftOut(rows) is { } left ? $"{Signs} {left}" : Signs;

    /// <summary>Null where nothing is left out. The names themselves are not told.</summary>
    public static string? LeftOut(IReadOnlyList<IndicatorSheet.Row> rows) => rows.Count(row => !row.Kind.IsIndicator) is > 0 and var count
        ? string.Create(CultureInfo.InvariantCulture, $"Names of agencies that the offers use are left out ({count}): they may be victims of name theft.")
        : null;
}
