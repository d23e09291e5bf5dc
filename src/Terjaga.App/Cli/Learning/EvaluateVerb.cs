using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Terjaga.Screening;
using Terjaga.Screening.Model;

namespace Terjaga.App.Cli.Learning;

/// <summary><c>evaluate</c>: measures a model on labelled texts, as a whole and by source and language.</summary>
internal static class EvaluateVerb
{
    public static Command Create()
    {
        var input = new Option<string>("--in") { Description = "JSON Lines with text and label", Required = true };
        var model = new Option<string?>("--model") { Description = "A model made by train; without it the one that is shipped" };
        var head = new Option<Head>("--head") { Description = "What the label is about", DefaultValueFactory = _ => Head.Score };
        var fold = new Option<int?>("--fold") { Description = "Measures this fold only" };
        var folds = new Option<bool>("--train-on-other-folds")
        {
            Description = "Measures each fold by a model that was trained on the others alone",
        };
        var verb = new Verb(
            "evaluate", "Measures a model on labelled texts.", "./terjaga evaluate --in labelled.jsonl --model my.model")
        {
            input, model, head, fold, folds,
        };
        verb.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(input), parsed.GetValue(model), parsed.GetRequiredValue(head), parsed.GetValue(fold),
            parsed.GetValue(folds), cancellationToken));
        return verb;
    }

    private sealed record Judged(LabelledLine Line, double Score, string Context);

    private static async Task<int> RunAsync(
        string input, string? model, Head head, int? fold, bool isByFolds, CancellationToken cancellationToken)
    {
        if (new[] { input, model }.FirstOrDefault(path => path is not null && !File.Exists(path)) is { } missing)
        {
            await Console.Error.WriteLineAsync($"There is no file {missing}.");
            return ExitCode.NotPossibleHere;
        }

        var (lines, bad) = await LabelledLine.ReadAsync(input, cancellationToken);
        lines = lines.FindAll(line => fold is null || line.Fold == fold);
        if (!lines.Exists(line => line.IsPositive) || lines.TrueForAll(line => line.IsPositive))
        {
            await Console.Error.WriteLineAsync("Figures need texts of both kinds, with label 1 and with label 0 (evaluate.one-sided).");
            return ExitCode.BadInput;
        }

        using var screener = CliScreener.Open(model);
        var judged = isByFolds ? ByFolds(lines) : Judge(screener, lines, head);
        Console.WriteLine(Report(judged).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        return bad > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    private static List<Judged> ByFolds(List<LabelledLine> lines)
    {
        using var plain = CliScreener.WithoutModel();
        var judged = new List<Judged>();
        foreach (var fold in lines.GroupBy(line => line.Fold ?? 0).OrderBy(group => group.Key))
        {
            var others = lines.Where(line => (line.Fold ?? 0) != fold.Key).Select(line => line.Teach(Head.Score, 1)).ToList();
            var model = ModelTrainer.Train(plain, others, new ModelCard($"without fold {fold.Key}", plain.Version, []));
            using var screener = CliScreener.With(model);
            judged.AddRange(Judge(screener, [.. fold], Head.Score));
        }

        return judged;
    }

    private static List<Judged> Judge(Screener screener, List<LabelledLine> lines, Head head) => lines.ConvertAll(line =>
    {
        var answer = screener.Screen(line.Text ?? "");
        return new Judged(
            line, head switch { Head.Fraud => answer.Topics.Fraud, Head.Gambling => answer.Topics.Gambling, _ => answer.Score }, answer.Context);
    });

    private static JsonObject Report(List<Judged> judged)
    {
        var report = FiguresOf(judged);
        report["bySource"] = By(judged, row => row.Line.Source);
        report["byLanguage"] = By(judged, row => row.Line.Lang);
        var known = judged.FindAll(row => row.Line.Context is not null);
        if (known.Count == 0)
            return report;
        report["contextRight"] = known.Count(row => row.Context == row.Line.Context) / (double)known.Count;
        var confusion = new JsonObject();
        foreach (var row in known.GroupBy(row => row.Line.Context!).OrderBy(row => row.Key, StringComparer.Ordinal))
        {
            confusion[row.Key] = new JsonObject(row.GroupBy(one => one.Context).OrderByDescending(cell => cell.Count())
                .Select(cell => KeyValuePair.Create(cell.Key, (JsonNode?)cell.Count())));
        }

        report["contextConfusion"] = confusion;
        return report;
    }

    private static JsonObject By(List<Judged> judged, Func<Judged, string?> key) => new(judged
        .Where(row => key(row) is not null).GroupBy(row => key(row)!).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => KeyValuePair.Create(group.Key, (JsonNode?)FiguresOf([.. group]))));

    private static JsonObject FiguresOf(List<Judged> judged)
    {
        var figures = Figures.Of(
            judged.ConvertAll(row => new Figures.Scored(row.Score, row.Line.IsPositive, row.Line.Counts)), Bands.DangerSigns);
        var answer = new JsonObject { ["texts"] = figures.Texts, ["positives"] = figures.Positives };
        Add("rocAuc", figures.RocAuc);
        Add("averagePrecision", figures.AveragePrecision);
        Add("bestF1", figures.BestF1);
        Add("precisionAtRecall90", figures.PrecisionAtRecall90);
        Add("recallAtPrecision95", figures.RecallAtPrecision95);
        Add("f1", figures.F1);
        Add("recall", figures.Recall);
        Add("falseAlarms", figures.FalseAlarms);
        return answer;

        // A source of one kind alone has no such figure.
        void Add(string name, double value) => answer[name] = double.IsFinite(value) ? Math.Round(value, 4) : null;
    }
}
