using System.CommandLine;
using Terjaga.Screening.Model;

namespace Terjaga.App.Cli.Learning;

/// <summary><c>train</c>: learns a model from labelled texts and writes it with its card.</summary>
internal static class TrainVerb
{
    /// <summary>Cost of an error on a text that teaches what is no offer at all, beside one of the offers themselves.</summary>
    private const double AsideWeight = 0.03;

    public static Command Create()
    {
        var input = Files("--in", "JSON Lines with text, label and, where known, context, group and weight");
        input.Required = true;
        var fraud = Files("--fraud", "Messages of which the label says whether they are fraud of any kind");
        var gambling = Files("--gambling", "Comments of which the label says whether they advertise gambling");
        var output = new Option<string>("--out") { Description = "The model; its card goes beside it", Required = true };
        var fold = new Option<int?>("--without-fold") { Description = "Leaves out this fold of every file that has folds, for measuring" };
        var name = new Option<string>("--name") { Description = "Version of the model", DefaultValueFactory = _ => "trained" };
        var verb = new Verb(
            "train", "Learns a model from labelled texts.", "./terjaga train --in labelled.jsonl --out my.model")
        {
            input, fraud, gambling, output, fold, name,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            [
                .. parsed.GetRequiredValue(input).Select(path => new Lesson(path, Head.Score)),
                .. (parsed.GetValue(fraud) ?? []).Select(path => new Lesson(path, Head.Fraud)),
                .. (parsed.GetValue(gambling) ?? []).Select(path => new Lesson(path, Head.Gambling)),
            ],
            parsed.GetRequiredValue(output), parsed.GetValue(fold), parsed.GetRequiredValue(name), cancellationToken));
        return verb;
    }

    private sealed record Lesson(string Path, Head Head);

    private static Option<string[]> Files(string name, string description) =>
        new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static async Task<int> RunAsync(
        List<Lesson> lessons, string output, int? fold, string name, CancellationToken cancellationToken)
    {
        var (texts, sources, bad) = (new List<TrainingText>(), new List<string>(), 0);
        foreach (var lesson in lessons)
        {
            if (!File.Exists(lesson.Path))
            {
                await Console.Error.WriteLineAsync($"There is no file {lesson.Path}.");
                return ExitCode.NotPossibleHere;
            }

            var read = await LabelledLine.ReadAsync(lesson.Path, cancellationToken);
            var used = read.Lines.Where(line => fold is null || line.Fold != fold).ToList();
            texts.AddRange(used.Select(line => line.Teach(lesson.Head, lesson.Head == Head.Score ? 1 : AsideWeight)));
            sources.Add($"{Path.GetFileName(lesson.Path)}: {used.Count} texts for {lesson.Head}, {used.Count(line => line.IsPositive)} positive");
            bad += read.BadCount;
        }

        if (!texts.Exists(text => text.IsDeceptive == true) || !texts.Exists(text => text.IsDeceptive == false))
        {
            await Console.Error.WriteLineAsync("A model needs texts of both kinds, with label 1 and with label 0 (train.one-sided).");
            return ExitCode.BadInput;
        }

        using var screener = CliScreener.WithoutModel();
        var model = ModelTrainer.Train(screener, texts, new ModelCard(name, screener.Version, sources));
        await File.WriteAllBytesAsync(output, ModelFile.Write(model), cancellationToken);
        await File.WriteAllTextAsync(output + ".card.md", CardOf(model.Card), cancellationToken);
        await Console.Error.WriteLineAsync($"{texts.Count} texts, model {name} in {output}");
        return bad > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static string CardOf(ModelCard card) => $"""
        # Model {card.Version}

        Linear weights over hashed words, pairs of words and runs of four and five characters, and over the facts of catalogue {card.Rules}.
        Made by `./terjaga train`. The same texts in the same order give the same model.

        Use: to explain and to sort; a score is never a verdict, and a named person decides.

        {string.Join('\n', card.Sources.Select(source => "- " + source))}

        """;
}
