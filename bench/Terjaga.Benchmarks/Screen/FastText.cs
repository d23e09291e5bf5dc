using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Terjaga.Benchmarks.Screen;

/// <summary>fastText's <c>predict</c> on the same posts, one thread, by processor time without that of loading its model.</summary>
internal sealed partial record FastText(double PerSecond, double LoadSeconds)
{
    /// <summary>How often the posts are in the file that is timed: times are told in hundredths of a second.</summary>
    private const int Repeats = 3;

    /// <summary>Debian's default of two million buckets would only load longer; 2^18 as in our model.</summary>
    private static readonly string[] _training = ["-dim", "50", "-wordNgrams", "2", "-bucket", "262144", "-thread", "1"];

    public JsonObject ToJson() => new() { ["predictPerSecond"] = Math.Round(PerSecond), ["loadSeconds"] = LoadSeconds };

    public static async Task<FastText> MeasureAsync(Part<GeneratedPosts> generated, CancellationToken cancellationToken)
    {
        if (Command.Find("fasttext") is null)
            throw new MissingPartException("fastText is not installed (Debian: apt-get install fasttext)");
        var posts = generated.Value ?? throw new MissingPartException("fastText learns from the generated posts, and there are none");
        Progress.Say("fastText");
        var (training, test, one) = (InFolder("training"), InFolder("test"), InFolder("one"));
        await File.WriteAllLinesAsync(training, posts.Training.Select(line => "__label__" + line.Replace('\t', ' ')), cancellationToken);
        await File.WriteAllLinesAsync(test, Enumerable.Repeat(posts.Posts, Repeats).SelectMany(texts => texts), cancellationToken);
        await File.WriteAllTextAsync(one, "kerja\n", cancellationToken);
        var model = InFolder("model");
        await Command.RunAsync("fasttext", ["supervised", "-input", training, "-output", model, .. _training], cancellationToken);
        var load = await TimeAsync(["fasttext", "predict", model + ".bin", one], cancellationToken);
        var all = await TimeAsync(["fasttext", "predict", model + ".bin", test], cancellationToken);
        return new FastText(posts.Posts.Count * Repeats / (all - load), Math.Round(load, 2));

        string InFolder(string name) => Path.Combine(posts.Folder, "fasttext-" + name);
    }

    /// <summary>Processor time of a program, in seconds: the second line of what a shell says of its children.</summary>
    private static async Task<double> TimeAsync(string[] command, CancellationToken cancellationToken)
    {
        var output = await Command.RunAsync("/bin/sh", ["-ec", "\"$@\" >/dev/null; times", "sh", .. command], cancellationToken);
        return Minutes().Matches(output.Split('\n')[1]).Sum(time =>
            (60 * double.Parse(time.Groups[1].Value, CultureInfo.InvariantCulture)) + double.Parse(time.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"(\d+)m([\d.]+)s")]
    private static partial Regex Minutes();
}
