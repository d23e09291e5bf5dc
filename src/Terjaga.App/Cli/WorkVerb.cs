using System.CommandLine;
using Terjaga.Common.Work;

namespace Terjaga.App.Cli;

/// <summary><c>work</c>: what is waiting, running and parked.</summary>
internal static class WorkVerb
{
    public static Command Create()
    {
        var data = DeskFolder.Option();
        var verb = new Verb(
            "work", "Shows what work is waiting, running and parked.", "./terjaga work --data ./terjaga-data") { data };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string? dataFolder, CancellationToken cancellationToken)
    {
        await using var app = DeskFolder.Build(dataFolder);
        if (await DeskFolder.IsMissingAsync(app))
            return ExitCode.NotPossibleHere;

        await using var scope = app.Services.CreateAsyncScope();
        var view = await scope.ServiceProvider.GetRequiredService<ReadWork>().RunAsync(cancellationToken);
        await Console.Out.WriteLineAsync($"{"work",-24}{"waiting",9}{"due",9}{"running",9}{"parked",9}");
        foreach (var row in view.Counts)
            await Console.Out.WriteLineAsync($"{row.Kind,-24}{row.Waiting,9}{row.Due,9}{row.Running,9}{row.Parked,9}");
        foreach (var row in view.Stopped)
            await Console.Out.WriteLineAsync($"parked {row.Kind} {row.Id} since {row.At:u} after {row.Attempts} attempts: {row.Error}");
        return ExitCode.Done;
    }
}
