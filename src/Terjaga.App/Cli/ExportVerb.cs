using System.CommandLine;
using Terjaga.Casework.Proofs;

namespace Terjaga.App.Cli;

/// <summary><c>export</c>: writes the evidence of a case as one package.</summary>
internal static class ExportVerb
{
    public static Command Create()
    {
        var id = new Option<Guid>("--case") { Description = "The case, by the number in the address of its page", Required = true };
        var output = new Option<string>("--out") { Description = "The package, a new ZIP file", Required = true };
        var data = DeskFolder.Option();
        var verb = new Verb(
            "export", "Writes the evidence of a case as one package that anybody can check with verify; that it was taken is recorded.",
            "./terjaga export --case 01900000-0000-7000-8000-000000000000 --out case.zip --data ./terjaga-data") { id, output, data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(id), parsed.GetRequiredValue(output), parsed.GetValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(Guid id, string output, string? dataFolder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(output))))
        {
            await Console.Error.WriteLineAsync($"There is no folder for {output}.");
            return ExitCode.NotPossibleHere;
        }

        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return ExitCode.NotPossibleHere;
        var draft = output + ".part";
        await using var scope = app.Services.CreateAsyncScope();
        await using (var file = File.Create(draft))
        {
            var result = await scope.ServiceProvider.GetRequiredService<ExportEvidence>().RunAsync(new(By: null, id), file, cancellationToken);
            if (result.TryGet(out var exported, out var problem))
            {
                await Console.Out.WriteLineAsync($"{output}: {exported.Captures} captures, manifest SHA-256 {exported.ManifestSha256}");
            }
            else
            {
                await Console.Error.WriteLineAsync($"{output} was not written: {problem.Code}");
                File.Delete(draft);
                return problem.Code == "case.unknown" ? ExitCode.NotPossibleHere : ExitCode.BadInput;
            }
        }

        // Whole or not at all.
        File.Move(draft, output, overwrite: true);
        return ExitCode.Done;
    }
}
