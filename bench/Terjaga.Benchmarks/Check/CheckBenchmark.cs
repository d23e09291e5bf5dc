using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Terjaga.Benchmarks.Queue;
using Terjaga.Tests.Screening.Names;

namespace Terjaga.Benchmarks.Check;

/// <summary>How soon "is this vacancy real?" is answered, with the lists of a whole nation on the desk.</summary>
internal static partial class CheckBenchmark
{
    /// <summary>Checks a second that the desk must answer on two cores, load generator included.</summary>
    private const int PerSecond = 200;

    private const int WarmUp = 10 * PerSecond, Count = 60 * PerSecond;

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var near = NearNames.Read(Path.Combine(AppContext.BaseDirectory, "Check", "near-names.tsv"));
        var registry = new InventedRegistry(near);
        var offers = await Offers.MakeAsync(registry, cancellationToken);
        var data = scratch.File("desk");
        var key = await PrepareAsync(data, cancellationToken);
        var (agencySeconds, vacancySeconds) = await ImportAsync(scratch, registry, data, cancellationToken);

        Progress.Say("cold start to the first answer, then the load");
        var begun = Stopwatch.GetTimestamp();
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken);
        using var http = Loopback.Client(desk.Address);
        http.DefaultRequestHeaders.Add("X-Terjaga-Key", key);
        await FirstAnswerAsync(http, registry, cancellationToken);
        var cold = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var processor = desk.ProcessorTime;
        var (load, failures) = await SteadyLoad.RunAsync(http, offers, PerSecond, WarmUp, Count, cancellationToken);
        var cpu = (desk.ProcessorTime - processor).TotalMilliseconds / (WarmUp + Count);
        var resident = desk.ResidentMegabytes;
        await desk.StopAsync(cancellationToken);

        Progress.Say("the lists alone");
        var lookUps = await LookUps.RunAsync(data, registry, near, cancellationToken);
        return new JsonObject
        {
            ["agencies"] = InventedRegistry.AgencyCount,
            ["vacancies"] = InventedRegistry.VacancyCount,
            ["importSeconds"] = new JsonObject { ["agencies"] = Math.Round(agencySeconds, 1), ["vacancies"] = Math.Round(vacancySeconds, 1) },
            ["coldStartSeconds"] = Math.Round(cold, 2),
            ["residentMegabytes"] = resident,
            ["processorMsPerCheck"] = Math.Round(cpu, 2),
            ["checks"] = load.ToJson(),
            ["lookUps"] = lookUps.Questions.ToJson(),
            ["nearNames"] = new JsonObject { ["recall"] = Math.Round(lookUps.Near.Recall, 3), ["precision"] = Math.Round(lookUps.Near.Precision, 3) },
            ["targets"] = new JsonArray(
                Target.Below($"check p99 at {PerSecond}/s, ms", load.P99, 50),
                Target.Below("failures", failures, 1),
                Target.Below("look-up p99, ms", lookUps.Questions.P99, 5),
                Target.Below("cold start to first answer, s", cold, 5),
                Target.AtLeast("near names among 100,000: recall", lookUps.Near.Recall, 0.95),
                Target.AtLeast("near names among 100,000: precision", lookUps.Near.Precision, 0.98)),
        };
    }

    /// <summary>A new desk; gives the key of a partner.</summary>
    private static async Task<string> PrepareAsync(string data, CancellationToken cancellationToken)
    {
        Progress.Say("a desk with a partner");
        await using var desk = await ServerProcess.StartDeskAsync(data, cancellationToken);
        using var admin = await Analyst.SignInAdministratorAsync(desk, cancellationToken);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["nama"] = "bench" });
        using var answer = await admin.PostAsync("/meja/mitra", form, cancellationToken);
        var key = KeyShown().Match(await answer.Content.ReadAsStringAsync(cancellationToken)).Groups[1].Value;
        await desk.StopAsync(cancellationToken);
        return key;
    }

    private static async Task<(double Agencies, double Vacancies)> ImportAsync(
        ScratchFolder scratch, InventedRegistry registry, string data, CancellationToken cancellationToken)
    {
        var (agencies, vacancies) = (scratch.File("agencies.csv"), scratch.File("vacancies.csv"));
        registry.WriteAgencies(agencies);
        InventedRegistry.WriteVacancies(vacancies);
        return (await ImportAsync("agencies", agencies), await ImportAsync("vacancies", vacancies));

        async Task<double> ImportAsync(string kind, string file)
        {
            Progress.Say($"{new FileInfo(file).Length / 1_000_000} MB of {kind}");
            var begun = Stopwatch.GetTimestamp();
            await Command.RunAsync(Checkout.Desk, ["import", kind, file, "--data", data], cancellationToken);
            return Stopwatch.GetElapsedTime(begun).TotalSeconds;
        }
    }

    private static async Task FirstAnswerAsync(HttpClient http, InventedRegistry registry, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/api/check", new { text = $"Lowongan {registry.Names[^1]}" }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var said = await answer.Content.ReadFromJsonAsync<JsonNode>(cancellationToken);
        if ((string?)said!["registry"]?[0]?["state"] != "match")
            throw new InvalidOperationException($"The lists were not asked: {said["registry"]}");
    }

    [GeneratedRegex("<code class=\"copy\">([^<]+)</code>")]
    private static partial Regex KeyShown();
}
