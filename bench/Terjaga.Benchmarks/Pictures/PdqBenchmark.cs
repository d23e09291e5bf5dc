using System.Diagnostics;
using System.Text.Json.Nodes;
using SkiaSharp;
using Terjaga.App.Cli.Pictures;
using Terjaga.Benchmarks.Screen;
using Terjaga.Screening.Images.Pdq;

namespace Terjaga.Benchmarks.Pictures;

/// <summary>Pictures decoded and hashed on one core, by processor time, from memory: what a desk does with each one it is sent.</summary>
internal static class PdqBenchmark
{
    /// <summary>
    /// Pictures of 1080 by 1350 a second: the published C++ hasher behind libjpeg-turbo, and the .NET port that resizes first;
    /// measured on this kind of machine on 2026-11-23, not in this run.
    /// </summary>
    private const double Reference = 104, Port = 15;

    /// <summary>Of the JPEG, as phones and messengers write it.</summary>
    private const int JpegQuality = 85;

    /// <summary>Where the height stands in a PNG, and the width four bytes before it.</summary>
    private const int PngWidthAt = 16;

    private const double Megabyte = 1e6;

    public static Task<JsonObject> RunAsync(CancellationToken cancellationToken)
    {
        var photos = Directory.EnumerateFiles(Checkout.Shared("data/found/pdq"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is "aaa-orig.jpg" or "c.png" || Path.GetFileName(file).StartsWith('q')).Order().ToList();
        var targets = new JsonArray();
        var json = new JsonObject { ["photos"] = photos.Count };
        foreach (var (width, height) in new[] { (512, 512), (1080, 1350) })
        {
            cancellationToken.ThrowIfCancellationRequested();
            Progress.Say($"{photos.Count} photos of {width}x{height}");
            var pictures = photos.ConvertAll(photo => Jpeg(photo, width, height));
            var rate = Rate.Of(pictures.Count, () => pictures.ForEach(picture => PictureLook.Read(picture)));
            json[$"jpeg{width}x{height}"] = rate.ToJson(pictures.Average(picture => picture.Length));
            if (width == 512)
                continue;
            targets.Add(Target.AtLeast("1080x1350 / C++ reference (104 a second), wanted", rate.PerSecond / Reference, 1));
            targets.Add(Target.AtLeast("1080x1350 / C++ reference (104 a second), aim", rate.PerSecond / Reference, 2));
            targets.Add(Target.AtLeast("1080x1350 / .NET port (15 a second)", rate.PerSecond / Port, 6));
        }

        json["hashAlone512x512"] = HashAlone(512, 512).ToJson(0);
        json["bomb"] = Bomb(targets);
        json["targets"] = targets;
        return Task.FromResult(json);
    }

    private static byte[] Jpeg(string photo, int width, int height)
    {
        using var whole = SKBitmap.Decode(photo);
        using var resized = whole.Resize(new SKImageInfo(width, height), new SKSamplingOptions(SKCubicResampler.CatmullRom));
        using var data = resized.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
        return data.ToArray();
    }

    private static Rate HashAlone(int width, int height)
    {
        var random = new Random(1);
        var luma = Enumerable.Range(0, width * height).Select(_ => (float)random.Next(256)).ToArray();
        return Rate.Of(1, () => PdqHasher.Read(luma, width, height));
    }

    /// <summary>A picture that says that it has 400 million dots.</summary>
    private static JsonObject Bomb(JsonArray targets)
    {
        using var small = new SKBitmap(8, 8);
        using var data = small.Encode(SKEncodedImageFormat.Png, 100);
        var bomb = data.ToArray();
        new byte[] { 0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20 }.CopyTo(bomb, PngWidthAt);
        PictureLook.Read(bomb);
        var (begun, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var isRefused = !PictureLook.Read(bomb).TryGet(out _, out var problem);
        var milliseconds = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Megabyte;
        targets.Add(Target.Below("20,000x20,000 refused, ms", isRefused ? milliseconds : double.MaxValue, 5));
        targets.Add(Target.Below("20,000x20,000 refused, MB", megabytes, 10));
        return new JsonObject { ["code"] = problem?.Code, ["ms"] = Math.Round(milliseconds, 3), ["megabytes"] = Math.Round(megabytes, 3) };
    }
}
