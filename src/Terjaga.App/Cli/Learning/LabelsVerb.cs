using System.CommandLine;
using System.Text.Json;
using Terjaga.Casework.Learning;

namespace Terjaga.App.Cli.Learning;

/// <summary><c>labels</c>: what officers decided, as a file to train on. It holds reporters' words: keep it where the desk's data is kept.</summary>
internal static class LabelsVerb
{
    public static Command Create()
    {
        var data = DeskFolder.Option();
        var output = new Option<string>("--out") { Description = "The file that is written", Required = true };
        var verb = new Verb(
            "labels", "Writes what officers decided, to train on.", "./terjaga labels --data ./terjaga-data --out labels.jsonl")
        {
            data, output,
        };
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(data), parsed.GetRequiredValue(output), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string? dataFolder, string output, CancellationToken cancellationToken)
    {
        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return ExitCode.NotPossibleHere;
        await using var scope = app.Services.CreateAsyncScope();
        await using var writer = new StreamWriter(output);
        var count = 0;
        await foreach (var label in scope.ServiceProvider.GetRequiredService<ListLabels>().RunAsync(cancellationToken))
        {
            var row = new { id = label.ReportId, text = label.Words, label = label.IsDeceptive ? 1 : 0, group = label.CaseFileId, source = "decisions" };
            await writer.WriteLineAsync(JsonSerializer.Serialize(row));
            count++;
        }

        await Console.Error.WriteLineAsync($"{count} labels in {output}");
        return ExitCode.Done;
    }
}
