using System.CommandLine;
using System.Text;
using System.Text.Json;
using Terjaga.Screening;

namespace Terjaga.App.Cli;

/// <summary><c>screen</c>: reads texts as the desk does, and says why.</summary>
internal static class ScreenVerb
{
    /// <summary>What stands for standard input and output.</summary>
    private const string Standard = "-";

    private sealed record Line(string? Id, string? Text, string? Channel);

    public static Command Create()
    {
        var input = new Option<string>("--in")
        {
            Description = "JSON Lines with id and text; - for standard input (default)",
            DefaultValueFactory = _ => Standard,
        };
        var output = new Option<string>("--out")
        {
            Description = "Where the answers go; - for standard output (default)",
            DefaultValueFactory = _ => Standard,
        };
        var model = new Option<string?>("--model") { Description = "A model made by train; without it the one that is shipped" };
        var verb = new Verb(
            "screen", "Screens texts and explains every sign.", "./terjaga screen --in posts.jsonl --out answers.jsonl")
        {
            input, output, model,
        };
        verb.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(model), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string input, string output, string? model, CancellationToken cancellationToken)
    {
        if (input != Standard && !File.Exists(input))
        {
            await Console.Error.WriteLineAsync($"There is no file {input}.");
            return ExitCode.NotPossibleHere;
        }

        if (model is not null && !File.Exists(model))
        {
            await Console.Error.WriteLineAsync($"There is no file {model}.");
            return ExitCode.NotPossibleHere;
        }

        using var screener = CliScreener.Open(model);
        using var reader = input == Standard
            ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
            : new StreamReader(input, Encoding.UTF8);
        await using var writer = output == Standard
            ? new StreamWriter(Console.OpenStandardOutput())
            : new StreamWriter(output);
        return await ScreenAsync(screener, reader, writer, cancellationToken);
    }

    private static async Task<int> ScreenAsync(
        Screener screener, TextReader reader, TextWriter writer, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Done;
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line) is { Text: { } text } row)
            {
                var answer = screener.Screen(text, row.Channel) with { Id = row.Id };
                await writer.WriteLineAsync(JsonSerializer.Serialize(answer, ScreeningJson.Default.ScreeningResult));
            }
            else
            {
                await Console.Error.WriteLineAsync($"line {number}: no JSON object with a text (screen.line-invalid)");
                exit = ExitCode.BadInput;
            }
        }

        return exit;
    }

    private static Line? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<Line>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
