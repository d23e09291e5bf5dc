using System.CommandLine;
using Terjaga.Screening;
using Terjaga.Screening.Rules;

namespace Terjaga.App.Cli;

/// <summary><c>import</c>: checks what officers keep, row by row; so far the catalogue of signals.</summary>
internal static class ImportVerb
{
    private const string Signals = "signals";

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "What the file holds: signals" };
        var file = new Argument<string>("file") { Description = "The file" };
        var verb = new Verb("import", "Checks a catalogue of signals, row by row.", "./terjaga import signals catalogue.json") { kind, file };
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(file), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string kind, string file, CancellationToken cancellationToken)
    {
        if (kind != Signals)
        {
            await Console.Error.WriteLineAsync($"This version imports signals, not '{kind}'. See: terjaga import --help");
            return ExitCode.WrongUsage;
        }

        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return ExitCode.NotPossibleHere;
        }

        var json = await File.ReadAllTextAsync(file, cancellationToken);
        var faults = CatalogueChecker.Check(json, ScreeningArea.ReadGazetteer(DeskAreas.DataFolder));
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"{file} line {fault.Line}: {fault.Message} ({fault.Code})");
        if (faults.Count > 0)
            return ExitCode.BadInput;

        var catalogue = Catalogue.Parse(json);
        Console.WriteLine($"{catalogue.Signals.Count} signals, {catalogue.Signals.Sum(signal => signal.Phrases.Count)} phrases, no fault");
        return ExitCode.Done;
    }
}
