using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;

namespace Terjaga.EndToEnd;

/// <summary>Many pages, some of them hostile, are captured while the desk is killed again and again.</summary>
public sealed class EvidenceRunTests(ITestOutputHelper output)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(15);

    [Fact]
    public Task Six_pages_are_captured_though_the_desk_is_killed() => RunAsync(pages: 6, kills: 1);

    /// <remarks>The long run of docs/performance.md; behind walls of its own: <c>unshare --net sh -c 'ip link set lo up; …'</c>.</remarks>
    [Fact(Explicit = true)]
    public Task Three_hundred_pages_are_captured_though_the_desk_is_killed_ten_times() => RunAsync(pages: 300, kills: 10);

    private async Task RunAsync(int pages, int kills)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Chromium.Require();
        await using var site = new ScamSite();
        await site.StartAsync(cancellationToken);
        var port = new DeskPort();
        await using var desk = new DeskProcess(new Dictionary<string, string>
        {
            ["Browser__Program"] = "chromium",
            ["Http__Hosts__0"] = string.Create(CultureInfo.InvariantCulture, $"{ScamSite.Host} 127.0.0.1 {site.Port}"),
        }, port.Number);
        await desk.StartAsync(cancellationToken);
        using (var client = new DeskClient(desk.Address))
        {
            for (var number = 1; number <= pages; number++)
            {
                var (status, body) = await client.PostAsync("/api/reports", new { link = ScamSite.Address(number) }, cancellationToken);
                Assert.True(status == HttpStatusCode.Created, $"{status} {body}");
            }
        }

        var began = Stopwatch.GetTimestamp();
        await KillWhileItWorksAsync(desk, pages, kills, cancellationToken);
        await WaitAsync(desk, pages, cancellationToken);
        var took = Stopwatch.GetElapsedTime(began);
        output.WriteLine($"{pages} pages, {kills} kills: {took}, {pages / took.TotalMinutes:F0} a minute; the desk itself at most {desk.ResidentBytes >> 20} MB");

        var seen = Read(desk.Data);
        foreach (var number in Enumerable.Range(1, pages).Where(number => !ScamSite.IsHostile(number)))
        {
            var one = Assert.Single(seen, s => s.Address == ScamSite.Address(number));
            Assert.Equal("There", one.State);
            Assert.Contains($"Dibuka {number}", one.Text, StringComparison.Ordinal);
            Assert.True(one.HasPicture, $"{one.Address}: {one.PictureCode}");
        }

        foreach (var one in seen.Where(s => ScamSite.IsHostile(int.Parse(s.Address.Split('/')[^1], CultureInfo.InvariantCulture))))
            output.WriteLine($"{one.Address}: {one.State} {one.Code} {one.PictureCode}");
        Assert.Equal(pages, seen.Select(s => s.Address).Distinct().Count());
        Assert.Empty(site.Escapes);

        await AssertAllFitsAsync(desk, cancellationToken);
    }

    private static async Task KillWhileItWorksAsync(DeskProcess desk, int pages, int kills, CancellationToken cancellationToken)
    {
        for (var kill = 1; kill <= kills; kill++)
        {
            // Spread over the run, each in the middle of some captures.
            while (Count(desk.Data) < pages * kill / (kills + 2))
                await Task.Delay(200, cancellationToken);
            await desk.KillAsync();
            await desk.StartAsync(cancellationToken);
        }
    }

    private static async Task WaitAsync(DeskProcess desk, int pages, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        while (Count(desk.Data) < pages)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < _patience, $"Only {Count(desk.Data)} of {pages}.\n{desk.LastSaid}");
            await Task.Delay(500, cancellationToken);
        }
    }

    /// <summary>No row without its file and no sound chain broken at once; no file without its row after the sweep.</summary>
    private static async Task AssertAllFitsAsync(DeskProcess desk, CancellationToken cancellationToken)
    {
        await desk.KillAsync();
        Assert.Equal(0, await CheckAsync(desk, cancellationToken));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(desk.Data, "evidence"), "*", SearchOption.AllDirectories))
            File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);
        Query(desk.Data, "UPDATE work SET due_at = 0, leased_until = NULL, lease = NULL WHERE kind IN ('sweep-evidence', 'publish-head', 'place-custody')");
        await desk.StartAsync(cancellationToken);
        for (var look = 0; look < 100 && Query(desk.Data, "SELECT count(*) FROM work WHERE kind IN ('sweep-evidence', 'publish-head') AND due_at = 0") > 0; look++)
            await Task.Delay(200, cancellationToken);
        Assert.Equal(0, await CheckAsync(desk, cancellationToken));
        Assert.Equal(0, Query(desk.Data, "SELECT count(*) FROM captures c WHERE NOT EXISTS (SELECT 1 FROM custody_entries e WHERE e.sha256 = c.warc_sha256 AND e.act = 'captured')"));
        Assert.True(Query(desk.Data, "SELECT max(size) FROM tree_heads") >= Count(desk.Data));
    }

    /// <summary>The exit code of <c>terjaga check</c>: no row without file, no file without row, the chain verifies.</summary>
    private static async Task<int> CheckAsync(DeskProcess desk, CancellationToken cancellationToken)
    {
        using var check = Process.Start(new ProcessStartInfo(DeskProcess.Executable, ["check", "--data", desk.Data]) { RedirectStandardOutput = true })!;
        await check.StandardOutput.ReadToEndAsync(cancellationToken);
        await check.WaitForExitAsync(cancellationToken);
        return check.ExitCode;
    }

    private static int Count(string data) => Query(data, "SELECT count(DISTINCT item_id) FROM captures");

    private static int Query(string data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static List<Seen> Read(string data)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT i.address, c.state, c.code, c.text, c.picture_sha256, c.picture_code FROM captures c JOIN items i ON i.id = c.item_id";
        using var rows = command.ExecuteReader();
        var seen = new List<Seen>();
        while (rows.Read())
            seen.Add(new(rows.GetString(0), rows.GetString(1), rows[2] as string, rows[3] as string ?? "", rows[4] is string, rows[5] as string));
        return seen;
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection($"Data Source={Directory.GetFiles(data, "*.db").Single()};Pooling=False");
        connection.Open();
        return connection;
    }

    private sealed record Seen(string Address, string State, string? Code, string Text, bool HasPicture, string? PictureCode);
}
