using System.Diagnostics;

namespace Terjaga.Tests.Cli;

public sealed class StartVerbTests
{
    [Fact]
    public async Task Start_says_where_it_listens_and_a_stop_is_clean_and_no_log_holds_a_receipt()
    {
        var folder = Directory.CreateTempSubdirectory("terjaga-");
        using var command = TypedCommand.Start(
            new Dictionary<string, string?>
            {
                // The loudest that an operator can ask for.
                ["TERJAGA_Logging__LogLevel__Default"] = "Trace",
                ["TERJAGA_Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
                ["TERJAGA_Logging__Console__LogLevel__Default"] = "Trace",
                ["TERJAGA_Logging__Console__FormatterName"] = "json",
                ["TERJAGA_Logging__Console__FormatterOptions__IncludeScopes"] = "true",
            },
            "start", "--urls", "http://127.0.0.1:0", "--data", folder.FullName);
        var before = new List<string>();
        while (await command.Errors.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            before.Add(line);
            if (line.StartsWith("Listening on ", StringComparison.Ordinal))
                break;
        }

        var address = new Uri(before[^1]["Listening on ".Length..]);
        using var browser = new HttpClient(new SocketsHttpHandler()) { BaseAddress = address };
        using var answer = await browser.GetAsync(
            new Uri("/api/reports/R4HS-1A?x=R4HS-1A", UriKind.Relative), TestContext.Current.CancellationToken);
        using (var stop = Process.Start("kill", ["-TERM", $"{command.Id}"]))
            await stop.WaitForExitAsync(TestContext.Current.CancellationToken);
        var (exitCode, output, errors) = await command.EndAsync().WaitAsync(
            TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Empty(output);
        Assert.DoesNotContain("R4HS", string.Concat(before) + errors, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }
}
