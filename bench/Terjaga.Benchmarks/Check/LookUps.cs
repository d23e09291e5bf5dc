using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Terjaga.App;
using Terjaga.Registry.Asking;
using Terjaga.Tests.Screening.Names;

namespace Terjaga.Benchmarks.Check;

/// <summary>The lists alone, without the web and the engine, on the folder of a desk that has stopped.</summary>
internal static class LookUps
{
    private const int Count = 20_000, WarmUp = 2_000;

    public sealed record Figures(Latencies Questions, NearNames.Outcome Near);

    public static async Task<Figures> RunAsync(
        string data, InventedRegistry registry, IReadOnlyList<NearNames.Row> near, CancellationToken cancellationToken)
    {
        await using var app = DeskHost.Build(new Dictionary<string, string?> { [DeskOptions.DataFolderKey] = data });
        await using var scope = app.Services.CreateAsyncScope();
        var ask = scope.ServiceProvider.GetRequiredService<AskRegistry>();
        await ask.PrepareAsync(cancellationToken);
        var written = near.SelectMany(row => row.Disguised.Concat(row.Innocent)).ToList();
        var random = new Random(7);
        var taken = new List<double>(Count);
        for (var i = 0; i < WarmUp + Count; i++)
        {
            var question = Ask(
                i % 2 == 0 ? written[random.Next(written.Count)] : registry.Names[random.Next(registry.Names.Count)],
                InventedRegistry.Permit(random.Next(InventedRegistry.VacancyCount)), "+" + InventedRegistry.Phone(random.Next(registry.Names.Count)));
            var begun = Stopwatch.GetTimestamp();
            await ask.RunAsync(question, cancellationToken);
            if (i >= WarmUp)
                taken.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var found = new Dictionary<string, string?>();
        foreach (var name in written.Where(name => !found.ContainsKey(name)))
        {
            var answer = (await ask.RunAsync(Ask(name, null, null), cancellationToken)).Agencies[0];
            found[name] = answer.State is RegistryState.NotInList ? null : answer.Listed;
        }

        return new Figures(new Latencies(taken), NearNames.Try(near, name => found[name]));
    }

    private static Question Ask(string agency, string? permit, string? phone) =>
        new(agency, [agency], phone is null ? [] : [phone], [], [], [], permit is null ? [] : [new("SIP2MI", permit)], ["HK"], IsOffer: true);
}
