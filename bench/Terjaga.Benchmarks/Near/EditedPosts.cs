using System.Globalization;
using Terjaga.Benchmarks.Screen;

namespace Terjaga.Benchmarks.Near;

/// <summary>
/// Posts of 1 KB by the shared generator, and copies of them with six edits each; a copy is made anew whenever it is asked
/// for, so that millions of them need no memory.
/// </summary>
internal sealed class EditedPosts(IReadOnlyList<string> originals)
{
    /// <summary>Different posts; each number beyond is a copy of one of them.</summary>
    public const int OriginalCount = 100_000;

    /// <summary>Edits of a copy, and characters of each, as the target wants (docs/performance.md).</summary>
    private const int EditCount = 6, EditLength = 3;

    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";

    public static bool IsCopy(int number) => number >= OriginalCount;

    public static int OriginalOf(int number) => number % OriginalCount;

    /// <summary>The same text for the same number, in every run.</summary>
    public string this[int number] => IsCopy(number) ? CopyOf(OriginalOf(number), number) : originals[number];

    /// <param name="seed">The same one gives the same edits.</param>
    public string CopyOf(int original, int seed) => Copy(originals[original], seed);

    /// <summary>Throws <see cref="MissingPartException"/> without the shared folder or without Python.</summary>
    public static async Task<EditedPosts> MakeAsync(ScratchFolder scratch, CancellationToken cancellationToken)
    {
        var generator = Checkout.Shared("peers/text/gen_posts.py");
        if (!File.Exists(GeneratedPosts.Python))
            throw new MissingPartException($"{GeneratedPosts.Python} is not installed (Debian: apt-get install python3)");
        Progress.Say($"{OriginalCount} generated posts, one minute");
        var folder = scratch.File("near");
        await Command.RunAsync(GeneratedPosts.Python, [generator, OriginalCount.ToString(CultureInfo.InvariantCulture), folder], cancellationToken);
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder, GeneratedPosts.FileName), cancellationToken);
        return new EditedPosts([.. lines.Select(line => line[(line.IndexOf('\t') + 1)..])]);
    }

    private static string Copy(string original, int seed) => string.Create(original.Length, (original, seed), static (copy, from) =>
    {
        from.original.CopyTo(copy);
        var chance = new Random(from.seed);
        for (var edit = 0; edit < EditCount; edit++)
        {
            var at = chance.Next(copy.Length - EditLength);
            for (var i = at; i < at + EditLength; i++)
                copy[i] = copy[i] == ' ' ? ' ' : Letters[chance.Next(Letters.Length)];
        }
    });
}
