using System.Text.RegularExpressions;
using Terjaga.Tests.Cli;

namespace Terjaga.Tests.Rules;

public sealed partial class PaperRulesTests
{
    /// <summary>What the script answers by itself, before the executable: each verb with its options.</summary>
    private static readonly Dictionary<string, string[]> _script = new() { ["test"] = ["--quick"], ["bench"] = [], ["rehearse"] = ["--items", "--database", "--seed"], ["--help"] = [] };

    /// <summary>Taken by the script itself before any verb.</summary>
    private const string Install = "--install";

    /// <summary>Drawn by a walk through the running desk; a checkout may be without them.</summary>
    private const string Pictures = "docs/pictures/";

    [Fact]
    public async Task A_command_that_stands_in_a_paper_can_be_typed()
    {
        var commands = SourceFile.Read("", ".md").SelectMany(file => CommandsIn(file.Text)).Distinct().ToList();
        var verbs = await VerbsAsync(TestContext.Current.CancellationToken);

        Assert.Contains(commands, command => command.StartsWith("./terjaga start", StringComparison.Ordinal));
        Assert.Empty(commands.SelectMany(command => WrongIn(command, verbs)));
    }

    [Fact]
    public void A_planted_command_is_caught()
    {
        var verbs = new Dictionary<string, string[]> { ["start"] = ["--urls", "--data"] };

        Assert.Equal(
            ["./terjaga start --url x", "./terjaga fly", "./terjaga start | cat"],
            CommandsIn("```sh\n./terjaga start --url x\n$ ./terjaga fly\n./terjaga start | cat # says\n```\nand ./terjaga outside"));
        Assert.Equal(["--url in ./terjaga start --url x"], WrongIn("./terjaga start --url x", verbs));
        Assert.Equal(["fly in ./terjaga fly"], WrongIn("./terjaga fly", verbs));
        Assert.Empty(WrongIn("./terjaga start --urls x --install | cat --no", verbs));
    }

    [Fact]
    public void A_link_in_a_paper_leads_to_a_file() =>
        Assert.Empty(SourceFile.Read("", ".md").SelectMany(DeadLinks));

    [Fact]
    public void A_planted_link_to_nowhere_is_caught()
    {
        const string text = "[a](../README.md) [b](nowhere.md#part) [c](https://example.org) [d](#here) ![e](pictures/new.png)";

        Assert.Equal(["docs/x.md: nowhere.md"], DeadLinks(new("docs/x.md", text)));
    }

    private static IEnumerable<string> DeadLinks(SourceFile file) => LinkPattern().Matches(file.Text)
        .Select(match => match.Groups[1].Value)
        .Where(link => !link.Contains(':', StringComparison.Ordinal))
        .Where(link => !IsThere(Path.GetRelativePath(
            SharedFolder.Root, Path.Combine(SharedFolder.Root, Path.GetDirectoryName(file.Path)!, link))))
        .Select(link => $"{file.Path}: {link}");

    private static bool IsThere(string path) =>
        path.StartsWith(Pictures, StringComparison.Ordinal) || Path.Exists(Path.Combine(SharedFolder.Root, path));

    private static IEnumerable<string> CommandsIn(string text) => BlockPattern().Matches(text)
        .SelectMany(block => CommandPattern().Matches(block.Value)).Select(match => match.Groups[1].Value.Trim());

    private static IEnumerable<string> WrongIn(string command, Dictionary<string, string[]> verbs)
    {
        var words = command.Split(['|', '>', '&', ';'])[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        var verb = words.FirstOrDefault() ?? "";
        if (!verbs.TryGetValue(verb, out var options))
            return [$"{verb} in {command}"];
        return words.Skip(1).Where(word => word.StartsWith("--", StringComparison.Ordinal)).Select(word => word.Split('=')[0])
            .Except([.. options, Install, "--help"]).Select(option => $"{option} in {command}");
    }

    /// <summary>The verbs of the executable with their options, as its own help tells them.</summary>
    private static async Task<Dictionary<string, string[]>> VerbsAsync(CancellationToken cancellationToken)
    {
        var verbs = new Dictionary<string, string[]>(_script);
        foreach (var verb in VerbPattern().Matches(await HelpAsync("--help")).Select(match => match.Groups[1].Value))
        {
            cancellationToken.ThrowIfCancellationRequested();
            verbs[verb] = [.. OptionPattern().Matches(await HelpAsync(verb, "--help")).Select(match => match.Value)];
        }

        return verbs;
    }

    private static async Task<string> HelpAsync(params string[] typed)
    {
        using var command = TypedCommand.Start(new Dictionary<string, string?>(), typed);
        return (await command.EndAsync()).Output;
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex BlockPattern();

    [GeneratedRegex(@"^\s*(?:\$ )?(?:[A-Z_a-z]+=\S+ )*(\./terjaga\b[^\n#\\]*)", RegexOptions.Multiline)]
    private static partial Regex CommandPattern();

    [GeneratedRegex(@"^  ([a-z][a-z-]+)\b", RegexOptions.Multiline)]
    private static partial Regex VerbPattern();

    [GeneratedRegex(@"--[a-z][a-z-]*")]
    private static partial Regex OptionPattern();
}
