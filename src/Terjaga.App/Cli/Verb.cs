using System.CommandLine;

namespace Terjaga.App.Cli;

/// <summary>A verb of the command line, with the example that its help shows.</summary>
internal sealed class Verb(string name, string description, string example) : Command(name, description)
{
    /// <summary>One whole command, as typed at the root of the repository.</summary>
    public string Example { get; } = example;
}
