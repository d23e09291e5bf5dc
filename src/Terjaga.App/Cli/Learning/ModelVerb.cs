using System.CommandLine;
using Terjaga.Screening.Learning;
using Terjaga.Screening.Model;

namespace Terjaga.App.Cli.Learning;

/// <summary><c>model</c>: brings a trained model to the desk, into the shadow.</summary>
internal static class ModelVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A model made by train" };
        var data = DeskFolder.Option();
        var verb = new Verb(
            "model", "Brings a trained model to the desk, where it runs in the shadow.", "./terjaga model my.model --data ./terjaga-data")
        {
            file, data,
        };
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(file), parsed.GetValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string file, string? dataFolder, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return ExitCode.NotPossibleHere;
        }

        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return ExitCode.NotPossibleHere;
        await using var scope = app.Services.CreateAsyncScope();
        var weights = new FileInfo(file).Length > ModelFile.MaxBytes ? [] : await File.ReadAllBytesAsync(file, cancellationToken);
        if (!(await scope.ServiceProvider.GetRequiredService<BringModel>().RunAsync(weights, cancellationToken)).TryGet(out var brought, out var problem))
        {
            await Console.Error.WriteLineAsync($"{file} is no model that the desk can take, or it has it already ({problem.Code}).");
            return ExitCode.BadInput;
        }

        Console.WriteLine($"{brought.Version} runs in the shadow; a person takes it on the page /meja/model.");
        return ExitCode.Done;
    }
}
