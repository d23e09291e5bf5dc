using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Terjaga.EndToEnd;

/// <summary>Every page of the desk, as docs/authority.md lists them: no barrier that axe knows in light and dark, and none wider than a phone.</summary>
public sealed partial class DeskPagesTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>They answer with a picture or a stranger's page, or stream news: there is no page of ours to look at.</summary>
    private static readonly string[] _noPages = ["/meja/gambar/", "/gambar", "/halaman", "/kabar"];

    /// <summary>Pages with every kind of part; that each pair of colours holds in the dark, the test of the style sheet shows.</summary>
    private static readonly string[] _inDark = ["/meja", "/meja/perkara/{id:guid}", "/meja/bahaya", "/meja/angka"];

    [Fact]
    public async Task Each_page_of_the_desk_can_be_read_by_all_in_light_and_dark_on_a_monitor_and_a_phone()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var desk = new DeskProcess();
        await desk.StartStaffedAsync(cancellationToken);
        using var staff = new Staff(desk.Address);
        await staff.JoinAsync(desk, cancellationToken);
        await staff.Analyst.PostAsync("/api/reports", new { text = "Loker Kamboja gaji 15 juta, visa turis dulu, WA 0812-1111-2222", channel = "facebook" }, cancellationToken);
        var id = await OfficerWalk.CaseWithAsync(staff.Analyst, "New", reports: 1, cancellationToken);
        var ways = Ways();
        Assert.InRange(ways.Count, 15, 100);

        List<string> barriers = [];
        foreach (var group in ways.GroupBy(way => way.Name))
        {
            var page = await OfficerWalk.SignInAsync(browser, desk, group.Key);
            foreach (var path in group.Select(way => way.Path))
                barriers.AddRange(await LookAsync(page, path, id));
        }

        Assert.True(barriers.Count == 0, string.Join('\n', barriers));
    }

    private static async Task<List<string>> LookAsync(IPage page, string path, string id)
    {
        List<string> barriers = [];
        var answer = await page.GotoAsync(path.Replace("{id:guid}", id, StringComparison.Ordinal) + (path == "/meja/banyak" ? $"?perkara={id}" : ""));
        if (path.Contains("{id:guid}", StringComparison.Ordinal) && answer!.Status == 404)
            return barriers;
        if (!answer!.Ok)
            return [$"{path}: {answer.Status}"];
        foreach (var scheme in _inDark.Contains(path) ? new[] { ColorScheme.Light, ColorScheme.Dark } : [ColorScheme.Light])
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            barriers.AddRange((await page.RunAxe()).Violations.Select(v => $"{path} {scheme}: {v.Id}: {v.Help} {v.Nodes[0].Html}"));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        var name = "desk" + path.Replace("/{id:guid}", "", StringComparison.Ordinal).Replace("/meja", "", StringComparison.Ordinal).Replace('/', '-');
        await OfficerWalk.PhotographAsync(page, name + "-1440");
        await page.SetViewportSizeAsync(360, 800);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (width != 360)
            barriers.Add($"{path}: {width} wide on a phone of 360");
        await OfficerWalk.PhotographAsync(page, name + "-360");
        await page.SetViewportSizeAsync(1440, 900);
        return barriers;
    }

    /// <summary>Each page, with the sign-in name of somebody whose duty it is.</summary>
    private static List<(string Path, string Name)> Ways()
    {
        var paper = File.ReadAllText(Path.Combine(SharedFolder.Root, "docs", "authority.md"));
        var roles = DutyTable().Match(paper).Groups[1].Value.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var who = DutyRow().Matches(paper).ToLookup(row => row.Groups[1].Value, row => Holder(roles, row.Groups[2].Value));
        return [.. WayIn().Matches(paper).Select(way => (Path: way.Groups[1].Value, Duty: way.Groups[2].Value))
            .Where(way => !Array.Exists(_noPages, way.Path.Contains) && !OtherPlace().IsMatch(way.Path))
            .Select(way => (way.Path, who[way.Duty].First()))];
    }

    private static string Holder(string[] roles, string cells)
    {
        var marks = cells.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var role = roles.Zip(marks).First(r => r.Second == "yes" && (r.First == "Administrator" || Staff.Roles.Any(s => s.Role == r.First))).First;
        return role == "Administrator" ? "admin" : Staff.Roles.First(s => s.Role == role).Name;
    }

    [GeneratedRegex(@"^\| duty (\|.*)\|$", RegexOptions.Multiline)]
    private static partial Regex DutyTable();

    [GeneratedRegex(@"^\| (\w+) ((?:\| (?:yes|-) )+)\|$", RegexOptions.Multiline)]
    private static partial Regex DutyRow();

    [GeneratedRegex(@"^\| `GET (/meja[^`]*)` \| (\w+)", RegexOptions.Multiline)]
    private static partial Regex WayIn();

    /// <summary>A place that is none of the case's own id.</summary>
    [GeneratedRegex(@"\{(?!id:guid)")]
    private static partial Regex OtherPlace();
}
