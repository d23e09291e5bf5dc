using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.App.Cli.Pictures;
using Terjaga.Campaigns;
using Terjaga.Evidence;
using Terjaga.Screening;
using Terjaga.Screening.Images.Pdq;
using Terjaga.Screening.Linking;
using Terjaga.Screening.Similarity;

namespace Terjaga.App.Cli;

/// <summary><c>link</c>: tells which offers belong together, in the order in which they came.</summary>
internal static class LinkVerb
{
    /// <summary>What stands for standard input.</summary>
    private const string Standard = "-";

    private sealed record Line(string? Id, string? Text, string? Image);

    public static Command Create()
    {
        var input = new Option<string>("--in")
        {
            Description = "JSON Lines with id, text and image (a path), oldest first; - for standard input (default)",
            DefaultValueFactory = _ => Standard,
        };
        var why = new Option<bool>("--why") { Description = "Each link too, with its kind and strength" };
        var verb = new Verb("link", "Tells which offers belong to one campaign.", "./terjaga link --in posts.jsonl > clusters.jsonl") { input, why };
        verb.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetRequiredValue(input), parsed.GetValue(why), cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(string input, bool isWhyTold, CancellationToken cancellationToken)
    {
        if (input != Standard && !File.Exists(input))
        {
            await Console.Error.WriteLineAsync($"There is no file {input}.");
            return ExitCode.NotPossibleHere;
        }

        using var screener = CliScreener.Open(null);
        using var pictures = new ReadUploadedPicture();
        var gazetteer = ScreeningArea.ReadGazetteer(DeskAreas.DataFolder);
        var (linker, shared) = (new Linker(new NameMasks(gazetteer)), CampaignsArea.ReadSharedContacts(DeskAreas.DataFolder, gazetteer));
        var (ids, links, exit, number) = (new List<string>(), new List<Link>(), ExitCode.Done, 0);
        using var reader = input == Standard ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
        while (await reader.ReadLineAsync(cancellationToken) is { } text)
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (Read(text) is not { Id: { } id } line || (line.Text is null && line.Image is null))
            {
                await Console.Error.WriteLineAsync($"line {number}: no JSON object with an id and a text or an image (link.line-invalid)");
                exit = ExitCode.BadInput;
                continue;
            }

            var item = await ReadItemAsync(screener, pictures, shared, line, cancellationToken);
            if (item.Problem is { } problem)
            {
                await Console.Error.WriteLineAsync($"line {number}: {line.Image}: {problem}");
                exit = ExitCode.BadInput;
            }

            ids.Add(id);
            links.AddRange(linker.Add(item.Item));
        }

        await WriteAsync(ids, links, linker, isWhyTold);
        return exit;
    }

    private static async Task<(LinkItem Item, string? Problem)> ReadItemAsync(
        Screener screener, ReadUploadedPicture pictures, SharedContacts shared, Line line, CancellationToken cancellationToken)
    {
        var (words, hash, wrong) = (line.Text ?? "", (PdqHash?)null, (string?)null);
        if (line.Image is { } file && !File.Exists(file))
        {
            wrong = "picture.missing";
        }
        else if (line.Image is not null)
        {
            if ((await pictures.RunFileAsync(line.Image, cancellationToken)).TryGet(out var read, out var problem))
                words = string.Join("\n\n", words, read.Text);
            else
                wrong = problem.Code;
            if (PictureLook.Read(await File.ReadAllBytesAsync(line.Image, cancellationToken)).TryGet(out var look, out _) && look.Quality >= PdqHash.GoodQuality)
                hash = look.Hash;
        }

        return (new LinkItem(words, shared.Without(Contacts.Of(screener.Screen(words))), hash), wrong);
    }

    private static async Task WriteAsync(List<string> ids, List<Link> links, Linker linker, bool isWhyTold)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        for (var place = 0; place < ids.Count; place++)
            await output.WriteLineAsync(new JsonObject { ["id"] = ids[place], ["cluster"] = ids[linker.GroupOf(place)] }.ToJsonString());
        foreach (var link in isWhyTold ? links : [])
        {
            await output.WriteLineAsync(new JsonObject
            {
                ["first"] = ids[link.First],
                ["second"] = ids[link.Second],
                ["kind"] = link.Kind.ToString().ToLowerInvariant(),
                ["strength"] = Math.Round(link.Strength, 3),
                ["detail"] = link.Detail,
            }.ToJsonString());
        }
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
