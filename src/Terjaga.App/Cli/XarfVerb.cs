using System.CommandLine;
using Terjaga.Takedown.Notices;

namespace Terjaga.App.Cli;

/// <summary><c>xarf</c>: tells whether reports that others sent are XARF 4, and what each is about.</summary>
internal static class XarfVerb
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files") { Description = "Reports (JSON)", Arity = ArgumentArity.OneOrMore };
        var verb = new Verb("xarf", "Writes file, category, type and address of each XARF 4 report, or the code of what is wrong with it.", "./terjaga xarf report.json") { files };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(files), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string[] files, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Done;
        foreach (var file in files)
        {
            if (!File.Exists(file))
            {
                await Console.Error.WriteLineAsync($"There is no file {file}.");
                return ExitCode.NotPossibleHere;
            }

            if (!Xarf.Read(await HeadAsync(file, cancellationToken)).TryGet(out var report, out var problem))
                exit = ExitCode.BadInput;
            await Console.Out.WriteLineAsync(report is null
                ? string.Join('\t', file, problem?.Code)
                : string.Join('\t', file, report.Category, report.Type, report.Url ?? report.Source));
        }

        return exit;
    }

    /// <summary>A byte more than a report may have is enough to refuse the rest.</summary>
    private static async Task<byte[]> HeadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, Xarf.MaxBytes + 1)];
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
