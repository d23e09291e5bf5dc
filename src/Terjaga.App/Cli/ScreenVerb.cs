using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.App.Cli.Pictures;
using Terjaga.Evidence;
using Terjaga.Screening;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.App.Cli;

/// <summary><c>screen</c>: reads texts and pictures as the desk does, and says why.</summary>
internal static class ScreenVerb
{
    /// <summary>What stands for standard input and output.</summary>
    private const string Standard = "-";

    private sealed record Line(string? Id, string? Text, string? Channel);

    public static Command Create()
    {
        var pictures = new Argument<string[]>("pictures") { Description = "Pictures whose words are read, in place of --in", Arity = ArgumentArity.ZeroOrMore };
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
        var data = new Option<string?>("--data")
        {
            Description = "Folder of a desk whose official lists are asked; without it every company is not-checked",
            HelpName = "DIR",
        };
        var verb = new Verb(
            "screen", "Screens texts and explains every sign.", "./terjaga screen --in posts.jsonl --out answers.jsonl")
        {
            pictures, input, output, model, data,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(pictures) ?? [], parsed.GetRequiredValue(input), parsed.GetRequiredValue(output), parsed.GetValue(model),
            parsed.GetValue(data), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        string[] pictures, string input, string output, string? model, string? data, CancellationToken cancellationToken)
    {
        foreach (var file in pictures.Append(pictures.Length == 0 && input != Standard ? input : null).Append(model))
        {
            if (file is null || File.Exists(file))
                continue;
            await Console.Error.WriteLineAsync($"There is no file {file}.");
            return ExitCode.NotPossibleHere;
        }

        await using var lists = data is null ? null : await CliLists.OpenAsync(data, cancellationToken);
        if (data is not null && lists is null)
            return ExitCode.NotPossibleHere;
        using var screener = CliScreener.Open(model);
        await using var writer = output == Standard
            ? new StreamWriter(Console.OpenStandardOutput())
            : new StreamWriter(output);
        if (pictures.Length > 0)
            return await ReadPicturesAsync(screener, lists, pictures, writer, cancellationToken);
        using var reader = input == Standard
            ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
            : new StreamReader(input, Encoding.UTF8);
        return await ScreenAsync(screener, lists, reader, writer, cancellationToken);
    }

    private static async Task<int> ScreenAsync(
        Screener screener, CliLists? lists, TextReader reader, TextWriter writer, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Done;
        for (var number = 1; await reader.ReadLineAsync(cancellationToken) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line) is { Text: { } text } row)
            {
                var answer = await AnswerAsync(screener.Screen(text, row.Channel) with { Id = row.Id }, text, lists, cancellationToken);
                await writer.WriteLineAsync(answer.ToJsonString());
            }
            else
            {
                await Console.Error.WriteLineAsync($"line {number}: no JSON object with a text (screen.line-invalid)");
                exit = ExitCode.BadInput;
            }
        }

        return exit;
    }

    private static async Task<int> ReadPicturesAsync(
        Screener screener, CliLists? lists, string[] pictures, TextWriter writer, CancellationToken cancellationToken)
    {
        var exit = ExitCode.Done;
        using var reader = new ReadUploadedPicture();
        foreach (var file in pictures)
        {
            if ((await reader.RunFileAsync(file, cancellationToken)).TryGet(out var read, out var problem))
            {
                var answer = await AnswerAsync(screener.Screen(read.Text) with { Id = file }, read.Text, lists, cancellationToken);
                answer["image"] = Describe(read, PictureLook.Read(await File.ReadAllBytesAsync(file, cancellationToken)));
                await writer.WriteLineAsync(answer.ToJsonString());
                continue;
            }

            await Console.Error.WriteLineAsync($"{file}: {problem.Code}");
            if (problem.Code == "picture.reader-missing")
                return ExitCode.NotPossibleHere;
            exit = ExitCode.BadInput;
        }

        return exit;
    }

    private static JsonObject Describe(ReadUploadedPicture.Read read, Result<PdqReading> look)
    {
        var image = new JsonObject { ["text"] = read.Text, ["confidence"] = read.Confidence };
        if (look.TryGet(out var seen, out _))
            (image["pdq"], image["quality"]) = (seen.Hash.ToString(), seen.Quality);
        return image;
    }

    private static async Task<JsonObject> AnswerAsync(ScreeningResult seen, string text, CliLists? lists, CancellationToken cancellationToken)
    {
        var answer = JsonSerializer.SerializeToNode(seen, ScreeningJson.Default.ScreeningResult)!.AsObject();
        answer["registry"] = lists is null ? CliLists.NotChecked(seen) : await lists.AskAsync(text, seen, cancellationToken);
        return answer;
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
