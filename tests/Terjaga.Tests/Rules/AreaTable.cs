using System.Text.RegularExpressions;

namespace Terjaga.Tests.Rules;

/// <summary>Who may use whom in <c>src/Terjaga</c>: the table of docs/architecture.md, and how a use is read in a source.</summary>
internal static partial class AreaTable
{
    /// <summary>Rows for rooms that are planned and not built yet stay, so that they are built where they belong.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["Accounts"] = [],
        ["Privacy"] = ["Accounts"],
        ["Registry"] = [],
        ["Screening"] = ["Registry"],
        ["Evidence"] = ["Privacy"],
        ["Campaigns"] = ["Screening", "Evidence"],
        ["Casework"] = ["Accounts", "Privacy", "Registry", "Screening", "Evidence", "Campaigns"],
        ["Takedown"] = ["Accounts", "Privacy", "Evidence", "Casework"],
        ["BlockFeed"] = ["Accounts", "Casework", "Takedown"],
        ["Intake"] = ["Privacy", "Screening", "Registry", "Evidence", "Casework"],
        ["Monitoring"] = ["Screening", "Evidence", "Casework"],
        ["Literacy"] = ["Registry", "Campaigns", "Casework"],
        ["Transparency"] =
            ["Accounts", "Privacy", "Registry", "Screening", "Evidence", "Campaigns", "Casework", "Takedown", "BlockFeed"],
    };

    /// <summary>Common is open to all and uses none; Migrations is generated.</summary>
    public const string Common = "Common", Generated = "Migrations";

    /// <summary>Folders below <c>src/Terjaga</c> that the table does not know.</summary>
    public static IEnumerable<string> Strangers(IEnumerable<string> folders) =>
        folders.Where(folder => folder is not (Common or Generated) && !MayUse.ContainsKey(folder));

    /// <summary>Each use of an area that the file's own area may not use.</summary>
    public static IEnumerable<string> Violations(SourceFile file)
    {
        string[] allowed = file.Area is null or Common ? [] : [file.Area, .. MayUse.GetValueOrDefault(file.Area, [])];
        return UsesIn(file.Code).Except(allowed).Select(used => $"{file.Path} uses {used}");
    }

    /// <summary>Whether following the table from an area leads back to it.</summary>
    public static bool LeadsBack(IReadOnlyDictionary<string, string[]> table, string from)
    {
        var (open, seen) = (new Stack<string>(table.GetValueOrDefault(from, [])), new HashSet<string>());
        while (open.TryPop(out var area))
        {
            if (area == from)
                return true;
            if (seen.Add(area))
                Array.ForEach(table.GetValueOrDefault(area, []), open.Push);
        }

        return false;
    }

    /// <remarks>
    /// <c>Terjaga.Screening.Images</c> and <c>Names</c> are the engine, a library of its own that reads bytes and names and
    /// knows no desk: they are open to all (docs/decisions/0010).
    /// </remarks>
    private static IEnumerable<string> UsesIn(string code) =>
        UsePattern().Matches(code).Select(match => match.Groups["area"].Value).Where(MayUse.ContainsKey).Distinct();

    [GeneratedRegex("""
        (?<![\w.]) (?: Terjaga\.(?!Screening\.(?:Images|Names|Linking|Similarity|Identifiers)\b)(?<area>[A-Z]\w*) | (?<area>[A-Z]\w*)\.[A-Z] )
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex UsePattern();
}
