using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Terjaga.App.Cli;

/// <summary>The library's help, followed by an example to copy.</summary>
internal sealed class HelpWithExample(HelpAction plain) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var exitCode = plain.Invoke(parseResult);
        var verbs = parseResult.CommandResult.Command is Verb one
            ? [one]
            : parseResult.CommandResult.Command.Subcommands.OfType<Verb>();
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Example:");
        foreach (var verb in verbs)
            output.WriteLine($"  {verb.Example}");
        return exitCode;
    }
}
