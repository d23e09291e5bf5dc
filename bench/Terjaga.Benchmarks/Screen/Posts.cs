using System.Text;
using System.Text.Json.Nodes;

namespace Terjaga.Benchmarks.Screen;

/// <summary>Texts to screen: short ones that others collected, and posts of 1 KB made of the corpus.</summary>
internal static class Posts
{
    /// <summary>Length of a made post, in UTF-16 units.</summary>
    private const int Length = 1_000;

    private static readonly string _corpus = Path.Combine(AppContext.BaseDirectory, "data", "corpus");

    /// <summary>Posts of other people's sets, as they are. Throws <see cref="MissingPartException"/> where they are absent.</summary>
    public static Task<List<string>> SharedAsync(CancellationToken cancellationToken) =>
        ReadAsync(Checkout.Shared("data/posts"), cancellationToken);

    /// <summary>The corpus in its order, joined by line breaks and cut to 1,000 characters each.</summary>
    public static List<string> OfCorpus()
    {
        var (posts, post) = (new List<string>(), new StringBuilder());
        foreach (var text in CorpusTexts())
        {
            post.Append(text).Append('\n');
            if (post.Length < Length)
                continue;
            posts.Add(post.ToString(0, Length));
            post.Clear();
        }

        return posts;
    }

    public static IEnumerable<string> CorpusTexts() => Directory.GetFiles(_corpus, "*.jsonl").Order(StringComparer.Ordinal)
        .SelectMany(File.ReadLines).Select(TextOf).OfType<string>();

    public static double BytesEach(IReadOnlyList<string> posts) => posts.Average(Encoding.UTF8.GetByteCount);

    private static async Task<List<string>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var file in Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            await foreach (var line in File.ReadLinesAsync(file, cancellationToken))
            {
                if (TextOf(line) is { } text)
                    texts.Add(text);
            }
        }

        return texts;
    }

    private static string? TextOf(string line) => JsonNode.Parse(line)?["text"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
