using System.Globalization;
using Microsoft.Extensions.Localization;
using Terjaga.Campaigns.Portrait;

namespace Terjaga.App.Campaigns;

/// <summary>What stands beside the shapes of a drawing, in the language of the page.</summary>
internal static class ChartText
{
    public static string Count(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    public static string Reports(IStringLocalizer words, int count) => words[count == 1 ? "reports.one" : "reports.count", Count(count)];

    extension(GraphNode node)
    {
        /// <summary>The whole name, as a table and a hint say it.</summary>
        public string FullName(IStringLocalizer words, string column) => node.Kind switch
        {
            NodeKind.Other => words["graph.other", Count(node.ThingCount)],
            NodeKind.None => words["graph.none." + column],
            NodeKind.Wording => words["wording", node.Name],
            _ => ShortLabel.Clean(node.Name),
        };

        /// <summary>The name without the kind that stands before a contact.</summary>
        public string ShortName(IStringLocalizer words, string column) =>
            node.Kind == NodeKind.Contact ? node.Name[(node.Name.IndexOf(':', StringComparison.Ordinal) + 1)..] : node.FullName(words, column);

        /// <summary>What kind of thing it is; empty where the name says it.</summary>
        public string KindName(IStringLocalizer words) => node.Kind switch
        {
            NodeKind.Contact when words["contact." + node.Name.Split(':')[0]] is { ResourceNotFound: false } kind => kind,
            NodeKind.Host => words["graph.host"],
            NodeKind.Channel => words["graph.channel"],
            _ => "",
        };
    }
}
