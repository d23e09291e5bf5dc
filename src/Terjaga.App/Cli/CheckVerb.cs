using System.CommandLine;
using Terjaga.Evidence;

namespace Terjaga.App.Cli;

/// <summary><c>check</c>: reads what the desk keeps and tells what does not fit together; today the evidence and its custody log.</summary>
internal static class CheckVerb
{
    public static Command Create()
    {
        var data = DeskFolder.Option();
        var verb = new Verb(
            "check", "Reads all evidence and the custody log, and writes one line for each check; 1 is answered where something is wrong.",
            "./terjaga check --data ./terjaga-data") { data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string? dataFolder, CancellationToken cancellationToken)
    {
        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return ExitCode.NotPossibleHere;
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<CheckEvidence>().RunAsync(cancellationToken);
        foreach (var (check, faults) in report.Findings)
        {
            await Console.Out.WriteLineAsync($"{check}\t{(faults.Count == 0 ? "good" : "FAULT")}\t{faults.Count}");
            foreach (var fault in faults)
                await Console.Error.WriteLineAsync($"{check}: {fault}");
        }

        await Console.Error.WriteLineAsync($"{report.Contents} contents; {report.Waiting} files wait for the row that names them.");
        return report.IsGood ? ExitCode.Done : ExitCode.BadInput;
    }
}
