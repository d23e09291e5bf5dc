using System.Globalization;

namespace Terjaga.Benchmarks.Screen;

/// <summary>Posts of 1 KB by the shared generator, which all peers read too: a label, a tab and a text on each line of a file.</summary>
/// <param name="Folder">Holds the file, as peers want it.</param>
/// <param name="Training">Lines that peers learn from.</param>
/// <param name="Test">The lines that are timed.</param>
internal sealed record GeneratedPosts(string Folder, IReadOnlyList<string> Training, IReadOnlyList<string> Test)
{
    /// <summary>Debian's, since the peers' packages are Debian's.</summary>
    public const string Python = "/usr/bin/python3";

    public const string FileName = "posts.txt";

    /// <summary>What scikit-learn's program reads: 20,000 to learn from, the rest to be timed on.</summary>
    private const int Count = 30_000, TrainingCount = 20_000;

    public List<string> Posts { get; } = [.. Test.Select(line => line[(line.IndexOf('\t') + 1)..])];

    /// <summary>Throws <see cref="MissingPartException"/> without the shared folder or without Python.</summary>
    public static async Task<GeneratedPosts> MakeAsync(ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var generator = Checkout.Shared("peers/text/gen_posts.py");
        if (!File.Exists(Python))
            throw new MissingPartException($"{Python} is not installed (Debian: apt-get install python3)");
        Progress.Say($"{Count} generated posts");
        var folder = scratch.File("generated");
        await Command.RunAsync(Python, [generator, Count.ToString(CultureInfo.InvariantCulture), folder], cancellationToken);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, FileName), cancellationToken);
        return new GeneratedPosts(folder, lines[..TrainingCount], lines[TrainingCount..]);
    }
}
