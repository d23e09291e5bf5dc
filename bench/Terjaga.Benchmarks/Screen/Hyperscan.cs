using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Terjaga.Benchmarks.Screen;

/// <summary>Hyperscan on the same posts and phrases, as literals without case: the shared program, compiled here.</summary>
internal sealed partial record Hyperscan(double MegabytesPerSecond, long Hits, double CompileSeconds)
{
    public JsonObject ToJson() => new()
    {
        ["megabytesPerSecond"] = MegabytesPerSecond,
        ["hitsInOnePass"] = Hits,
        ["compileSeconds"] = CompileSeconds,
    };

    public static async Task<Hyperscan> MeasureAsync(
        List<string> phrases, Part<GeneratedPosts> generated, ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var source = Checkout.Shared("peers/text/hyperscan_bench.c");
        var posts = generated.Value ?? throw new MissingPartException("Hyperscan reads the generated posts, and there are none");
        if (Command.Find("gcc") is null || !File.Exists("/usr/include/hs/hs.h"))
            throw new MissingPartException("Hyperscan or gcc is not installed (Debian: apt-get install gcc libc6-dev libhyperscan-dev)");
        Progress.Say("Hyperscan");
        var folder = Directory.CreateDirectory(scratch.File("hyperscan")).FullName;
        await File.WriteAllLinesAsync(Path.Combine(folder, "phrases.txt"), phrases, cancellationToken);
        await File.WriteAllLinesAsync(Path.Combine(folder, GeneratedPosts.FileName), posts.Test, cancellationToken);
        var program = Path.Combine(folder, "hyperscan");
        await Command.RunAsync("gcc", ["-O3", "-march=native", "-w", source, "-lhs", "-o", program], cancellationToken);
        return Read(await Command.RunAsync(program, ["lit"], cancellationToken, folder));
    }

    /// <summary>One line a round; the median.</summary>
    private static Hyperscan Read(string output)
    {
        var rounds = Line().Matches(output).Select(line => new Hyperscan(
            Number(line.Groups["rate"]), long.Parse(line.Groups["hits"].Value, CultureInfo.InvariantCulture),
            Number(line.Groups["compile"]))).OrderBy(round => round.MegabytesPerSecond).ToList();
        return rounds is [] ? throw new MissingPartException("Hyperscan's program said nothing that we know") : rounds[rounds.Count / 2];
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"compile=(?<compile>[\d.]+)s: (?<rate>\d+) MB/s \d+ posts/s hits=(?<hits>\d+)")]
    private static partial Regex Line();
}
