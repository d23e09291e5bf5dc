using Terjaga.Evidence.Archive;

namespace Terjaga.Tests.Evidence.Archive;

/// <summary>A visit as the fetcher gives it: a redirect, the page, a picture of the page, and one that was cut.</summary>
internal static class SampleCapture
{
    public static readonly DateTimeOffset At = new(2026, 11, 30, 3, 4, 5, 678, TimeSpan.Zero);

    public static WarcCapture Make(int number = 1)
    {
        var page = Id(number, 2);
        return new(
            Id(number, 0), At, "https://contoh.example/lowongan",
            [
                Exchange(Id(number, 1), "https://contoh.example/lowongan", 302, [new("Location", "/l?id=1")], ""),
                Exchange(page, "https://contoh.example/l?id=1", 200,
                    [new("Content-Type", "text/html"), new("Content-Encoding", "gzip"), new("Content-Length", "31"), new("Transfer-Encoding", "chunked")],
                    $"<p>Gaji 30 juta, langsung berangkat {number}.</p>"),
                Exchange(Id(number, 3), "https://contoh.example/poster.jpg", 200, [new("Content-Type", "image/jpeg")], new string('x', 9_000)) with { Truncated = WarcTruncation.Length },
            ],
            page,
            new WarcPicture(At.AddSeconds(2), "image/png", Noise(6_000, number)),
            $"Gaji 30 juta, langsung berangkat {number}.",
            new Dictionary<string, string> { ["state"] = "there", ["certificate-subject"] = "CN=contoh.example" });
    }

    public static WarcExchange Exchange(Guid id, string address, int status, IReadOnlyList<KeyValuePair<string, string>> headers, string body) =>
        new(id, At, address, "GET", [new("User-Agent", "Terjaga")], status, "OK", headers, System.Text.Encoding.UTF8.GetBytes(body), "203.0.113.7", null);

    public static Guid Id(int number, int part) => new($"00000000-0000-8000-8000-{number:x6}{part:x6}");

    public static byte[] Noise(int count, int seed)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
