using System.CommandLine;
using System.CommandLine.Help;

namespace Terjaga.App.Cli;

/// <summary>Reads what was typed, finds the verb, and answers wrong usage in one sentence.</summary>
internal static class CommandLine
{
    /// <summary>Verbs of the contract; those not built yet say so.</summary>
    private static readonly string[] _contract =
    [
        "start", "test", "screen", "link", "pdq", "match", "fetch-check", "blocklist", "notice", "bounce", "feed",
        "export", "verify", "import", "train", "evaluate", "bench", "backup", "restore", "check",
    ];

    /// <summary>Runs the verb that was typed; the answer is one of <see cref="ExitCode"/>.</summary>
    public static async Task<int> RunAsync(string[] args, IReadOnlyList<Command> verbs)
    {
        var root = new RootCommand("Terjaga: from a stranger's report of a false job offer to its confirmed removal.");
        foreach (var verb in verbs)
            root.Add(verb);
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction plain)
                help.Action = new HelpWithExample(plain);
        }

        if (FindComplaint(args, verbs) is { } complaint)
            return await WrongUsageAsync(complaint);
        var parsed = root.Parse(args);
        if (parsed.Errors is [var first, ..] && parsed.Action is not HelpWithExample)
            return await WrongUsageAsync(first.Message);
        // The desk stops by the host's own rules, which give it longer than the two seconds of this library.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }

    private static string? FindComplaint(string[] args, IReadOnlyList<Command> verbs) => args switch
    {
        [] => "A verb is missing.",
        [var verb, ..] when verb.StartsWith('-') || verbs.Any(v => v.Name == verb) => null,
        [var verb, ..] when _contract.Contains(verb) => $"The verb '{verb}' is not in this version yet.",
        [var verb, ..] => $"There is no verb '{verb}'.",
    };

    private static async Task<int> WrongUsageAsync(string complaint)
    {
        await Console.Error.WriteLineAsync($"{complaint} See: terjaga --help");
        return ExitCode.WrongUsage;
    }
}
