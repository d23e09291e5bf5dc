using System.CommandLine;
using Terjaga.Common.Storage;
using Terjaga.Intake;
using Terjaga.Registry;
using Terjaga.Registry.Lists;
using Terjaga.Screening;
using Terjaga.Screening.Rules;
using Terjaga.Takedown;

namespace Terjaga.App.Cli;

/// <summary><c>import</c>: brings what offices keep, row by row; the catalogue of signals is only checked.</summary>
internal static class ImportVerb
{
    private const string Signals = "signals", Legal = "legal", Reports = "reports";

    private static readonly string _kinds = string.Join(", ", RegistryLists.All.Select(RegistryLists.NameOf)) + $", {Legal}, {Reports} or {Signals}";

    public static Command Create()
    {
        var kind = new Argument<string>("kind") { Description = "What the file holds: " + _kinds };
        var file = new Argument<string>("file") { Description = "CSV, XLSX or JSON" };
        var strict = new Option<bool>("--strict") { Description = "One bad row refuses all" };
        var data = DeskFolder.Option();
        var verb = new Verb(
            "import", "Brings a list of an office to the desk, row by row.", "./terjaga import agencies agencies.csv --data ./terjaga-data")
        {
            kind, file, strict, data,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(kind), parsed.GetRequiredValue(file), parsed.GetValue(strict), parsed.GetValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string kind, string file, bool isStrict, string? dataFolder, CancellationToken cancellationToken)
    {
        var list = RegistryLists.Parse(kind);
        if (list is null && kind is not (Signals or Legal or Reports))
        {
            await Console.Error.WriteLineAsync($"There are {_kinds}; not '{kind}'. See: terjaga import --help");
            return ExitCode.WrongUsage;
        }

        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return ExitCode.NotPossibleHere;
        }

        if (kind == Signals)
            return await CheckSignalsAsync(file, cancellationToken);
        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return ExitCode.NotPossibleHere;
        await using var scope = app.Services.CreateAsyncScope();
        if (kind == Reports)
            return await ImportReportsAsync(scope.ServiceProvider, file, isStrict, cancellationToken);
        return list is { } known
            ? await ImportAsync(scope.ServiceProvider.GetRequiredService<BringList>(), known, file, isStrict, cancellationToken)
            : await ImportLegalAsync(scope.ServiceProvider.GetRequiredService<ImportLegalBases>(), file, cancellationToken);
    }

    private static async Task<int> ImportAsync(
        BringList bring, RegistryList list, string file, bool isStrict, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        if (!(await bring.RunAsync(new(list, stream, Path.GetFileName(file), isStrict), cancellationToken)).TryGet(out var brought, out var problem))
            return await RefuseAsync(file, problem);

        var read = brought.Read;
        foreach (var fault in read.Faults)
            await Console.Error.WriteLineAsync($"{file} row {fault.Row}: {fault.Code} {fault.Field}".TrimEnd());
        if (read.FaultCount > read.Faults.Count)
            await Console.Error.WriteLineAsync($"{file}: {read.FaultCount - read.Faults.Count} more rows with faults");
        var diff = read.Diff;
        Console.WriteLine(
            $"{read.Rows} rows as of {read.Origin.AsOf:yyyy-MM-dd}, {read.FaultCount} with faults; {diff.Added} added, {diff.Removed} removed, {diff.Changed} changed; "
            + (brought.IsLive ? "in use" : "an officer decides on the page /meja/daftar"));
        return read.FaultCount > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static async Task<int> RefuseAsync(string file, Problem problem)
    {
        await Console.Error.WriteLineAsync($"{file}: nothing was taken ({problem.Code}{string.Concat(problem.Values.Select(value => $" {value}"))}).");
        return ExitCode.BadInput;
    }

    private static async Task<int> ImportReportsAsync(IServiceProvider services, string file, bool isStrict, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var writer = services.GetRequiredService<GroupWriter>();
        await writer.StartAsync(cancellationToken);
        var answer = await services.GetRequiredService<ImportReports>().RunAsync(stream, isStrict, cancellationToken);
        await writer.StopAsync(cancellationToken);
        if (!answer.TryGet(out var read, out var problem))
            return await RefuseAsync(file, problem);
        foreach (var fault in read.Faults)
            await Console.Error.WriteLineAsync($"{file} row {fault.Row}: {fault.Code}");
        Console.WriteLine($"{read.Rows} reports, {read.FaultCount} rows with faults");
        return read.FaultCount > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static async Task<int> ImportLegalAsync(ImportLegalBases import, string file, CancellationToken cancellationToken)
    {
        try
        {
            await import.RunFileAsync(file, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Text.Json.JsonException)
        {
            await Console.Error.WriteLineAsync($"{file}: {exception.Message} (legal-basis.invalid)");
            return ExitCode.BadInput;
        }

        Console.WriteLine($"The rules of {file} are on the desk.");
        return ExitCode.Done;
    }

    private static async Task<int> CheckSignalsAsync(string file, CancellationToken cancellationToken)
    {
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
