using System.Text;
using Terjaga.Evidence;

namespace Terjaga.Tests.Evidence;

public sealed class ChildProcessTests
{
    private const int MaxOutput = 64 * 1024;

    [Fact]
    public async Task What_reads_a_strangers_file_has_no_network()
    {
        Assert.SkipWhen(NameSpaces.WithoutNetwork.Count == 0, "This machine lets nobody make name spaces.");

        var cards = await ReadAsync("cat", "/proc/net/dev");

        Assert.Equal(["lo"], cards.Split('\n').Skip(2).Where(line => line.Contains(':', StringComparison.Ordinal)).Select(line => line.Split(':')[0].Trim()));
    }

    [Fact]
    public async Task What_reads_a_strangers_file_knows_no_setting_of_the_desk()
    {
        Environment.SetEnvironmentVariable("TERJAGA_Planted", "rahasia");

        Assert.DoesNotContain("rahasia", await ReadAsync("env"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_told_from_one_that_failed()
    {
        Assert.True((await RunAsync("no-such-program")).IsMissing);
        Assert.False((await RunAsync("false")).IsMissing);
    }

    private static async Task<string> ReadAsync(string program, params string[] arguments) =>
        Encoding.UTF8.GetString((await RunAsync(program, arguments)).Output ?? []);

    private static Task<ChildProcess.Answer> RunAsync(string program, params string[] arguments) =>
        ChildProcess.RunAsync(program, arguments, [], MaxOutput, isManaged: false, TestContext.Current.CancellationToken);
}
