using System.Diagnostics;
using System.Text.Json.Nodes;
using SkiaSharp;
using Terjaga.Benchmarks.Screen;
using Terjaga.Evidence;

namespace Terjaga.Benchmarks.Posters;

/// <summary>How much of posters is read, and how fast: plain Tesseract, Tesseract after grey, and the desk's reader, one picture at a time.</summary>
internal static class PostersBenchmark
{
    private static readonly string[] _tesseract = ["-l", "ind+eng"];

    public static async Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        if (Command.Find("tesseract") is null)
            throw new MissingPartException("tesseract is not installed (Debian: apt-get install tesseract-ocr tesseract-ocr-ind).");
        using var scratch = new ScratchFolder();
        using var engine = ShippedEngine.Open();
        var posters = Poster.ReadAll();
        var figures = new JsonObject();
        var targets = new JsonArray();
        foreach (var (kind, keywords, phones) in new[] { ("original", 0.96, 0.98), ("variant", 0.90, 0.95) })
        {
            var chosen = posters.Where(poster => poster.Kind == kind).ToList();
            Progress.Say($"{chosen.Count} pictures of kind {kind}, by three readers");
            var (plain, grey, ours) = (new Tally(engine.Screener), new Tally(engine.Screener), new Tally(engine.Screener));
            using var reader = new ReadUploadedPicture();
            foreach (var poster in chosen)
            {
                await TimeAsync(plain, poster, () => TesseractAsync(poster.File, cancellationToken));
                var file = Grey(poster.File, scratch.File("grey.png"));
                await TimeAsync(grey, poster, () => TesseractAsync(file, cancellationToken));
                await TimeAsync(ours, poster, async () => (await reader.RunFileAsync(poster.File, cancellationToken)).TryGet(out var read, out _) ? read.Text : "");
            }

            figures[kind] = new JsonObject { ["plain"] = plain.ToJson(), ["greyFirst"] = grey.ToJson(), ["ours"] = ours.ToJson() };
            targets.Add(Target.AtLeast($"{kind}: key words", ours.KeywordShare, keywords));
            targets.Add(Target.AtLeast($"{kind}: phones", ours.PhoneShare, phones));
            targets.Add(Target.Below($"{kind}: slowest, s", ours.SlowestSeconds, 1.5));
        }

        figures["targets"] = targets;
        return figures;
    }

    private static async Task TimeAsync(Tally tally, Poster poster, Func<Task<string>> read)
    {
        var begun = Stopwatch.GetTimestamp();
        var text = await read();
        tally.Add(poster, text, Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }

    /// <remarks>One thread, as the desk runs it.</remarks>
    private static Task<string> TesseractAsync(string file, CancellationToken cancellationToken) =>
        Command.RunAsync("env", ["OMP_THREAD_LIMIT=1", "tesseract", file, "stdout", .. _tesseract], cancellationToken);

    private static string Grey(string file, string to)
    {
        using var picture = SKBitmap.Decode(file);
        using var grey = new SKBitmap(picture.Width, picture.Height, SKColorType.Gray8, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(grey))
            canvas.DrawBitmap(picture, 0, 0, new SKSamplingOptions(SKFilterMode.Nearest));
        using var data = grey.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(to, data.ToArray());
        return to;
    }
}
