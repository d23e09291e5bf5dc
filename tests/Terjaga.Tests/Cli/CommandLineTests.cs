namespace Terjaga.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("There is no verb 'terbang'", "terbang")]
    [InlineData("The verb 'notice' is not in this version yet", "notice")]
    [InlineData("A verb is missing")]
    [InlineData("There is no role 'raja'", "start", "--role", "raja")]
    [InlineData("'di sini' is no address", "start", "--urls", "di sini")]
    public async Task Wrong_usage_is_one_sentence_and_exit_code_2(string sentence, params string[] typed)
    {
        using var command = TypedCommand.Start(new Dictionary<string, string?>(), typed);

        var (exitCode, output, errors) = await command.EndAsync();

        Assert.Equal(2, exitCode);
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("start", "--help")]
    public async Task Help_shows_an_example(params string[] typed)
    {
        using var command = TypedCommand.Start(new Dictionary<string, string?>(), typed);

        var (exitCode, output, _) = await command.EndAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("./terjaga start --urls", output, StringComparison.Ordinal);
    }
}
