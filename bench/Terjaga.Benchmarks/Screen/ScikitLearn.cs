using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Terjaga.Benchmarks.Screen;

/// <summary>One vectoriser and linear model of scikit-learn on the same posts, by the shared program, one thread.</summary>
internal sealed partial record ScikitLearn(string Name, double BatchPerSecond, double OneByOnePerSecond)
{
    public JsonObject ToJson() => new() { ["name"] = Name, ["batchPerSecond"] = BatchPerSecond, ["oneByOnePerSecond"] = OneByOnePerSecond };

    /// <summary>All that the program tries; the first is words and pairs of words with logistic regression, nearest to our model.</summary>
    public static async Task<List<ScikitLearn>> MeasureAsync(Part<GeneratedPosts> generated, CancellationToken cancellationToken)
    {
        var program = Checkout.Shared("peers/text/bench_sklearn.py");
        var posts = generated.Value ?? throw new MissingPartException("scikit-learn reads the generated posts, and there are none");
        if (!Directory.Exists("/usr/lib/python3/dist-packages/sklearn"))
            throw new MissingPartException("scikit-learn is not installed (Debian: apt-get install python3-sklearn)");
        Progress.Say("scikit-learn, three minutes");
        var output = await Command.RunAsync(GeneratedPosts.Python, [program, posts.Folder], cancellationToken);
        List<ScikitLearn> rows = [.. Line().Matches(output).Select(line =>
            new ScikitLearn(line.Groups["name"].Value, Number(line.Groups["batch"]), Number(line.Groups["one"])))];
        return rows is [] ? throw new MissingPartException("scikit-learn's program said nothing that we know") : rows;
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<name>sklearn .*?): batch median (?<batch>\d+) docs/s .* = (?<one>\d+) docs/s", RegexOptions.Multiline)]
    private static partial Regex Line();
}
