using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Intake;

/// <summary>Load from <c>wrk</c> (Debian's package), one thread, as many clients as asked for.</summary>
internal sealed class Wrk(string texts)
{
    /// <summary>Longest wait for one answer; wrk counts a longer one as a failure.</summary>
    private const int TimeoutSeconds = 30;

    private const string ResultMark = "RESULT ";

    private static readonly string _script = Path.Combine(AppContext.BaseDirectory, "Intake", "report.lua");

    private int _runs;

    /// <summary>What one run says. Requests are those that were answered.</summary>
    public sealed record Figures(
        long Requests, double Seconds, double P50Ms, double P90Ms, double P99Ms, double MaxMs, long Non2xx,
        long ConnectErrors, long ReadErrors, long WriteErrors, long Timeouts)
    {
        public double PerSecond => Math.Round(Requests / Seconds, 1);

        /// <summary>Processor time of the server for one request, in milliseconds.</summary>
        public double ServerCpuMs { get; init; }

        public long Failures => Non2xx + ConnectErrors + ReadErrors + WriteErrors + Timeouts;

        public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, JsonSerializerOptions.Web)!;
    }

    /// <summary>Throws <see cref="MissingPartException"/> where it is not installed.</summary>
    public static void Require()
    {
        if (Command.Find("wrk") is null)
            throw new MissingPartException("wrk is not installed, and makes the load (Debian: apt-get install wrk, or ./terjaga bench intake --install).");
    }

    public async Task<Figures> RunAsync(ServerProcess server, int clients, int seconds, CancellationToken cancellationToken)
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"r{++_runs}n");
        var before = server.ProcessorTime;
        var output = await Command.RunAsync(
            "wrk",
            [
                "-t1", Number("-c", clients), Number("-d", seconds) + "s", "--timeout", Number("", TimeoutSeconds) + "s",
                "-s", _script, new Uri(server.Address, "/api/reports").ToString(), "--", texts, mark,
            ],
            cancellationToken);
        var spent = server.ProcessorTime - before;
        var result = output.Split('\n').First(line => line.StartsWith(ResultMark, StringComparison.Ordinal));
        var figures = JsonSerializer.Deserialize<Figures>(result[ResultMark.Length..], JsonSerializerOptions.Web)!;
        return figures with { ServerCpuMs = Math.Round(spent.TotalMilliseconds / Math.Max(1, figures.Requests), 3) };
    }

    private static string Number(string option, int value) => string.Create(CultureInfo.InvariantCulture, $"{option}{value}");
}
