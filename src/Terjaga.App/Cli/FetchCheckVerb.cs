using System.CommandLine;
using System.Net;
using System.Text;
using Terjaga.Common.Http;

namespace Terjaga.App.Cli;

/// <summary><c>fetch-check</c>: tells which addresses the guarded client would visit, without visiting any.</summary>
internal static class FetchCheckVerb
{
    /// <summary>What stands for standard input.</summary>
    private const string Standard = "-";

    public static Command Create()
    {
        var input = new Option<string>("--in")
        {
            Description = "Addresses, one a line; - for standard input (default)",
            DefaultValueFactory = _ => Standard,
        };
        var hosts = new Option<string>("--hosts")
        {
            Description = "What names answer, one a line: name ip [ip of a second answer]; several lines of one name are one answer. Other names are unknown then",
        };
        var verb = new Verb(
            "fetch-check", "Writes url,allowed|refused,code for each address, as the guarded client would decide.",
            "./terjaga fetch-check --in urls.txt --hosts hosts.txt") { input, hosts };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(input), parsed.GetValue(hosts), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string input, string? hosts, CancellationToken cancellationToken)
    {
        if (new[] { input, hosts ?? Standard }.FirstOrDefault(file => file != Standard && !File.Exists(file)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing}.");
            return ExitCode.NotPossibleHere;
        }

        var (names, exit) = (new Dictionary<string, IReadOnlyList<IPAddress>>(StringComparer.OrdinalIgnoreCase), ExitCode.Done);
        foreach (var (number, line) in (hosts is null ? [] : await File.ReadAllLinesAsync(hosts, cancellationToken)).Index())
        {
            if (!string.IsNullOrWhiteSpace(line) && !TryRead(line, names))
            {
                await Console.Error.WriteLineAsync($"{hosts}, line {number + 1}: no name and address (hosts.line-invalid)");
                exit = ExitCode.BadInput;
            }
        }

        var check = new CheckFetch(new HttpOptions(), names, isOnlyNames: hosts is not null);
        using var reader = input == Standard ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        while (await reader.ReadLineAsync(cancellationToken) is { } url)
        {
            if (url.Length == 0)
                continue;
            var code = await check.RunAsync(url, cancellationToken);
            await output.WriteLineAsync($"{Quote(url)},{(code is null ? "allowed" : "refused")},{code}");
        }

        return exit;
    }

    /// <remarks>The second answer of a name is what a rebinding server would give; the client asks once, so it is never seen.</remarks>
    private static bool TryRead(string line, Dictionary<string, IReadOnlyList<IPAddress>> names)
    {
        if (line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is not [var name, var first, ..] || !IPAddress.TryParse(first, out var address))
            return false;
        names[name] = [.. names.GetValueOrDefault(name) ?? [], address];
        return true;
    }

    /// <summary>As RFC 4180 quotes a cell.</summary>
    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
